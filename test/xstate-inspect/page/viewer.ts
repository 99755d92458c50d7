import { createWindowReceiver } from '@xstate/inspect'
import type { AnyState, AnyStateMachine } from 'xstate'
import type { Heard, Moment, Viewer } from '../handles.ts'

// A page that listens as the viewers of @xstate/inspect do, and writes down what XState 4 makes of it.

const heard: Heard[] = []
const raw: string[] = []
const failures: string[] = []
const machines = new Map<string, AnyStateMachine>()

const pathsOf = (machine: AnyStateMachine): readonly string[] =>
  machine.stateIds.map((id) => machine.getStateNodeById(id).path.join('.')).filter((path) => path !== '')

/** The state in the machine that was registered, both of them built from JSON alone. */
const momentOf = (sessionId: string, state: AnyState): Moment => {
  const machine = machines.get(sessionId)
  if (!machine) throw new Error('a state of a service that was never registered')
  const resolved = machine.resolveState(state)
  return {
    value: resolved.value,
    tags: [...resolved.tags].sort(),
    matched: pathsOf(machine)
      .filter((path) => resolved.matches(path) && state.matches(path))
      .sort(),
    isDone: resolved.done === true && state.done === true,
  }
}

window.addEventListener('message', ({ data }) => raw.push(JSON.stringify(data)))
window.addEventListener('error', ({ message }) => failures.push(message))

const receiver = createWindowReceiver()
receiver.subscribe((event) => {
  const { type, sessionId } = event
  if (type === 'service.register') {
    machines.set(sessionId, event.machine)
    heard.push({ type, sessionId, machine: event.machine.id, moment: momentOf(sessionId, event.state) })
  } else if (type === 'service.state')
    heard.push({ type, sessionId, moment: momentOf(sessionId, event.state), cause: event.state.event.type })
  else if (type === 'service.event') heard.push({ type, sessionId, event: event.event.data.type })
  else heard.push({ type, sessionId })
})

const viewer: Viewer = {
  heard,
  raw,
  failures,
  send(data) {
    const origin = heard[0]?.sessionId ?? ''
    const event = JSON.stringify({ name: data.type, data, $$type: 'scxml', type: 'external', origin })
    receiver.send({ type: 'xstate.event', event, service: origin })
  },
}
Object.assign(window, { xstate4Viewer: viewer })
