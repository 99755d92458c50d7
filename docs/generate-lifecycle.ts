import type { AnyStateNode } from 'xstate'
import { checkoutMachine } from '../machines/checkout.machine.ts'
import { eventCodes } from '../src/catalogue/event-codes.ts'

// The diagrams and the table of docs/lifecycle.md and the READMEs, read from the statechart itself.

type Node = AnyStateNode

const phases = ['preparing', 'flight', 'resting'] as const

/** The state of docs/lifecycle.md to which a node belongs: `form` for `form.invalid`, `flight` for itself. */
const stateOf = ({ path }: Node): string => (path[0] === 'live' ? (path[2] ?? path[1] ?? 'live') : (path[0] ?? 'live'))

const nodes = (node: Node): readonly Node[] => [node, ...Object.values(node.states).flatMap((child) => nodes(child))]

const all = nodes(checkoutMachine.root)

interface Edge {
  readonly event: string
  readonly from: string
  readonly to: string
}

const edgesOf = (node: Node): readonly Edge[] =>
  [...node.transitions.values()].flat().flatMap((transition) =>
    (transition.target ?? []).map((target) => ({
      event: transition.eventType,
      from: stateOf(node),
      to: stateOf(target),
    })),
  )

const short = (event: string): string => event.replace(/^SDK_(PAYMENT_)?/, '').replace('*', 'any other, by onError')

const grouped = (edges: readonly Edge[]): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>()
  for (const { event, from, to } of edges) {
    const key = `${from} --> ${to}`
    const events = groups.get(key) ?? []
    if (!events.includes(short(event))) groups.set(key, [...events, short(event)])
  }
  return groups
}

const lines = (groups: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...groups].map(([edge, events]) => `  ${edge} : ${events.join('<br/>')}`)

const mermaid = (body: readonly string[]): string => ['```mermaid', 'stateDiagram-v2', ...body, '```'].join('\n')

const composite = (phase: string, direction = ''): readonly string[] => {
  const node = all.find(({ path }) => path.join('.') === `live.${phase}`) as Node
  return [
    `  state ${phase} {`,
    ...(direction ? [`    direction ${direction}`] : []),
    ...Object.keys(node.states).map((name) => `    ${name}`),
    '  }',
  ]
}

/** The phases, and what leads from one to another: small enough for a first screen. */
export const overview = (): string => {
  const phaseOf = (state: string): string =>
    phases.find((phase) => all.some(({ path }) => path[1] === phase && path[2] === state)) ?? state
  const told = new Map<string, string>([
    ['preparing --> flight', 'submit, 3-D Secure,<br/>redirect, open outcome'],
    ['flight --> resting', 'declined'],
    ['flight --> preparing', 'retry, form invalid'],
    ['preparing --> resting', 'dismissed, broken'],
    ['resting --> preparing', 'mount, retry'],
    ['resting --> flight', 'submit again'],
  ])
  const edges = new Set(
    all
      .flatMap(edgesOf)
      .map(({ from, to }) => `${phaseOf(from)} --> ${phaseOf(to)}`)
      .filter((edge) => told.has(edge)),
  )
  return mermaid([
    '  direction LR',
    '  [*] --> preparing',
    ...phases.flatMap((phase) => composite(phase)),
    ...[...told].filter(([edge]) => edges.has(edge)).map(([edge, label]) => `  ${edge} : ${label}`),
    '  preparing --> succeeded : success',
    '  flight --> succeeded : success',
    '  resting --> succeeded : success',
    '  preparing --> closed : close',
    '  flight --> closed : close',
    '  resting --> closed : close',
    '  state "failed, cancelled, errored<br/>or unresolved" as closed',
    '  succeeded --> [*]',
    '  closed --> [*]',
  ])
}

/** One phase in full: every event that leads into it, within it, or out of it. */
export const phaseDiagram = (phase: (typeof phases)[number]): string => {
  const inside = all.filter(({ path }) => path[1] === phase)
  const edges = inside.flatMap(edgesOf)
  // A plain state: Mermaid draws no edge from a composite state into itself.
  const names = Object.keys(checkoutMachine.root.states['live']?.states[phase]?.states ?? {})
  return mermaid([`  state "any of ${names.join(', ')}" as ${phase}`, ...lines(grouped(edges))])
}

const rowsOf = (event: string): readonly string[] => {
  const rows = all.flatMap((node) => {
    const transitions = node.transitions.get(event) ?? []
    return transitions.map((transition) => {
      const target = (transition.target ?? []).map((to) => stateOf(to)).join(', ') || 'stays'
      const guard = typeof transition.guard === 'string' ? ` if \`${transition.guard}\`` : ''
      return `${stateOf(node) === 'live' ? 'elsewhere' : stateOf(node)}: ${target}${guard}`
    })
  })
  return [...new Set(rows)]
}

/** Each code, and where it leads from which state: the innermost state that has a row decides. */
export const eventTable = (): string => {
  const events = [
    ...Object.keys(eventCodes),
    'checkout.mount',
    'checkout.submit',
    'checkout.dismiss',
    'checkout.close',
    'answer.open',
    'answer.refused',
    'server.succeeded',
    'server.failed',
    'server.cancelled',
    '*',
  ]
  return [
    '| event | where it leads |',
    '| --- | --- |',
    ...events.map((event) => `| \`${event}\` | ${rowsOf(event).join('<br/>')} |`),
  ].join('\n')
}

/** The generated parts, by the names of their markers. */
export const lifecycleParts = (): Readonly<Record<string, string>> => ({
  overview: overview(),
  preparing: phaseDiagram('preparing'),
  flight: phaseDiagram('flight'),
  resting: phaseDiagram('resting'),
  events: eventTable(),
})

/** The page with each `<!-- generated:name -->` part that it has a place for written anew. */
export const withParts = (page: string): string => {
  let written = page
  for (const [name, part] of Object.entries(lifecycleParts())) {
    const place = new RegExp(`(<!-- generated:${name} -->\\n)[\\s\\S]*?(\\n<!-- /generated:${name} -->)`)
    written = written.replace(place, (_match, start: string, end: string) => `${start}${part}${end}`)
  }
  return written
}
