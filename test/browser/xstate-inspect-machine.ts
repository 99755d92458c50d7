import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { AnyStateNode } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { createCheckout } from '../../src/index.ts'
import { allowSnapshot } from '../../src/inspect/index.ts'
import { showAsService } from '../../src/inspect/xstate-4-service.ts'
import { fixture } from './xstate-inspect-fixture.ts'

// What XState 4 makes of our machine and its states, by way of the serialiser and the parser of @xstate/inspect.

interface Row {
  readonly eventType: string
  readonly target?: readonly { readonly id: string }[]
  readonly cond?: { readonly type: string; readonly params?: unknown }
  readonly actions: readonly { readonly type: string; readonly params?: unknown }[]
  readonly internal: boolean
}
interface XState4Node {
  readonly type: string
  readonly initial?: string
  readonly tags: readonly string[]
  readonly onEntry: Row['actions']
  readonly onExit: Row['actions']
  readonly invoke: readonly { readonly id: string; readonly src: unknown }[]
  readonly transitions: readonly Row[]
}
interface XState4Resolved {
  readonly value: unknown
  readonly done: boolean
  readonly tags: ReadonlySet<string>
  readonly nextEvents: readonly string[]
  matches(path: string): boolean
}
interface XState4Machine {
  readonly stateIds: readonly string[]
  getStateNodeById(id: string): XState4Node
  resolveState(state: unknown): XState4Resolved
}

const require = createRequire(join(fixture, 'package.json'))

const nodes: readonly AnyStateNode[] = (function under(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(under)]
})(checkoutMachine.root)

const { context } = checkoutMachine.resolveState({
  value: 'failed',
  context: createCheckout().actor.getSnapshot().context,
})

/** A service that shows a checkout in this state. */
const serviceIn = (value: object | string) => {
  const snapshot = checkoutMachine.resolveState({ value: value as never, context })
  const safe = allowSnapshot(snapshot)
  if (!safe) throw new Error('it does not pass')
  const ignore = (): void => {}
  return { snapshot, ...showAsService('checkout:x:0', safe, { type: 'xstate.init' }, ignore, ignore) }
}

/** As @xstate/inspect sends it, and as its receiver reads it. */
const receive = ({ service }: ReturnType<typeof serviceIn>): { machine: XState4Machine; state: XState4Resolved } => {
  const { stringifyMachine, stringifyState } = require('@xstate/inspect/lib/serialize')
  const { parseReceiverEvent } = require('@xstate/inspect/lib/utils')
  const [machine, state] = [stringifyMachine(service.machine), stringifyState(service.state)]
  return parseReceiverEvent({ type: 'service.register', machine, state, sessionId: service.sessionId })
}

const named = (one: unknown) => (typeof one === 'string' ? { type: one } : one)
const inOrder = <T extends { readonly event: unknown }>(rows: readonly T[]): T[] =>
  [...rows].sort((one, other) => String(one.event).localeCompare(String(other.event)))

/** It has our states, with their rows, guards, actions, actors and tags. */
export const expectOurMachine = (): void => {
  const { machine } = receive(serviceIn('failed'))
  expect([...machine.stateIds].sort()).toEqual(nodes.map(({ id }) => id).sort())
  for (const ours of nodes) {
    const theirs = machine.getStateNodeById(ours.id)
    expect(theirs).toMatchObject({ type: ours.type, tags: ours.tags })
    expect(theirs.initial).toBe(ours.type === 'compound' ? ours.initial.target[0]?.key : undefined)
    expect(theirs.onEntry).toMatchObject(ours.entry.map(named))
    expect(theirs.onExit).toMatchObject(ours.exit.map(named))
    expect(theirs.invoke).toMatchObject(ours.invoke.map(({ id, src }) => ({ id, src })))
    const rows = theirs.transitions.map(({ eventType, target, cond, actions, internal }) => ({
      event: eventType,
      target: target?.map(({ id }) => id),
      guard: cond,
      actions: actions.map(({ type }) => type),
      internal,
    }))
    const ourRows = [...ours.transitions.values(), ours.always ?? []].flat()
    expect(inOrder(rows), ours.id).toEqual(
      inOrder(
        ourRows.map(({ eventType, target, guard, actions, reenter }) => ({
          event: eventType,
          target: target?.map(({ id }) => id),
          guard: named(guard),
          actions: actions.map((action) => (named(action) as { type: string }).type),
          internal: !reenter && (target ?? []).every(({ path }) => ours.path.every((name, at) => path[at] === name)),
        })),
      ),
    )
  }
}

/** Each of our states is found in it, and matches and accepts there what it does here. */
export const expectOurStates = (): void => {
  const leaves = nodes.filter(({ states }) => Object.keys(states).length === 0)
  const paths = nodes.map(({ path }) => path.join('.')).filter((path) => path !== '')
  expect(leaves.length).toBeGreaterThan(20)
  for (const { path } of leaves) {
    const value = path.reduceRight<object | string>((inner, name) => (inner === '' ? name : { [name]: inner }), '')
    const shown = serviceIn(value)
    const { machine, state } = receive(shown)
    const resolved = machine.resolveState(state)
    expect(resolved.value).toEqual(value)
    expect([...resolved.tags].sort()).toEqual([...shown.snapshot.tags].sort())
    expect([...state.tags].sort()).toEqual([...shown.snapshot.tags].sort())
    expect([state.done, resolved.done]).toEqual([path.length === 1, path.length === 1])
    const matching = paths.filter((name) => shown.snapshot.matches(name as never))
    expect(matching.length).toBe(path.length)
    expect(paths.filter((name) => resolved.matches(name))).toEqual(matching)
    expect(paths.filter((name) => state.matches(name))).toEqual(matching)
    const next = resolved.nextEvents.filter((type) => type !== '')
    expect([...shown.service.state.nextEvents].sort()).toEqual(next.sort())
  }
}
