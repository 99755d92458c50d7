import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { checkoutMachine } from '../machines/checkout.machine.ts'
import { eventCodes } from '../src/catalogue/event-codes.ts'

// The diagrams and the table of docs/lifecycle.md, read from the statechart itself. Its picture is generate-chart.ts's.

type Node = AnyStateNode
type Phase = 'preparing' | 'flight' | 'resting'

const nodesBelow = (node: Node): readonly Node[] => [
  node,
  ...Object.values(node.states).flatMap((child) => nodesBelow(child)),
]
const nodes = nodesBelow(checkoutMachine.root)

const nodeAt = (...path: readonly string[]): Node => {
  const node = nodes.find((candidate) => candidate.path.join('.') === path.join('.'))
  if (!node) throw new Error(`The statechart has no state ${path.join('.')}`)
  return node
}

/** The state of docs/lifecycle.md to which a node belongs: `form` for `live.preparing.form.invalid`. */
const stateOf = ({ path }: Node): string => (path[0] === 'live' ? (path[2] ?? '') : (path[0] ?? ''))

/** … and which form of it: `invalid`. */
const variantOf = ({ path }: Node): string | undefined => (path[0] === 'live' ? path[3] : undefined)

/** What a checkout can be in: not what it only passes through. */
const leaves = nodesBelow(nodeAt('live')).filter(({ type, always }) => type === 'atomic' && !always?.length)
const phases: readonly Phase[] = ['preparing', 'flight', 'resting']
const statesOf = (phase: Phase): readonly string[] => Object.keys(nodeAt('live', phase).states)

const guardOf = ({ guard }: AnyTransitionDefinition): string | undefined => {
  if (guard === undefined) return undefined
  return typeof guard === 'string' ? guard : (guard as { readonly type: string }).type
}

// In words. Whoever adds a guard, or an action to a row that leads nowhere, is asked for them here.

const guardWords: Readonly<Record<string, string>> = {
  successIsContradicted: 'its payload says otherwise',
  failureIsContradicted: 'its payload says otherwise',
  isSameFailure: 'told before, by another channel',
  isSettled: 'no payment is possible',
  isAttemptOpen: 'a submit was never answered',
  mayTryAgain: 'the same session may try again, and no other tab is at it',
  isFree: 'no other tab is at it',
  mayMount: 'no other tab is at it, or the button is the merchant’s',
  isCertainElsewhere: 'the payment was certain there',
  needsNewSession: 'it says that the session is spent',
  isForeignError: 'it came by `onError`',
  isForeign: '',
}

/** What a row that leads nowhere does; of several actions, the first of these. */
const stayWords: Readonly<Record<string, string>> = {
  noteAnomaly: 'stays: an anomaly',
  noteUndecodable: 'stays: an anomaly',
  noteLateAnswer: 'stays: an anomaly',
  refuse: 'refused',
  refuseDuplicate: 'refused: a duplicate',
  countDuplicate: 'stays: a duplicate',
  noteUnrecognised: 'stays: kept as unrecognised',
  requireNewSession: 'stays: `nextStep` is `new-session`',
  learn: 'stays: the reason may be learnt',
  blame: 'stays: the newer cause',
  hearClaim: 'stays: what the other tabs claim is remembered',
  tellNews: 'stays',
  tellWarning: 'stays',
  hear: 'stays',
}

/** What a row that leads somewhere does to the doubt. */
const doubtWords: Readonly<Record<string, string>> = {
  suspectAttempt: ', the doubt becomes `attempt`',
  settleForm: ', a doubt of `form` is settled',
  settle: ', every doubt is settled',
  inherit: ', with the doubt of the tab that is gone',
}

const wordsOf = (words: Readonly<Record<string, string>>, names: readonly string[]): string => {
  const known = Object.keys(words).find((name) => names.includes(name))
  if (known === undefined) throw new Error(`No words for ${names.join(', ')}: see docs/generate-lifecycle.ts`)
  return words[known] as string
}

const namesOf = ({ actions }: AnyTransitionDefinition): readonly string[] =>
  actions.map((action) => (typeof action === 'string' ? action : (action as { readonly type: string }).type))

const placeOf = (node: Node): string => {
  const initial = nodeAt(...node.path.slice(0, 3)).initial?.target[0]
  const variant = variantOf(node)
  return `\`${stateOf(node)}\`${variant && node !== initial ? ` (${variant})` : ''}`
}

// The table: what each state does with each event.

/** The rows that an event meets in a state, in the order in which they are tried, without those that never are. */
const rowsFor = (leaf: Node, event: string): readonly AnyTransitionDefinition[] => {
  const rows: AnyTransitionDefinition[] = []
  const tried = new Set<string | undefined>()
  for (let node: Node | undefined = leaf; node; node = node.parent)
    for (const row of node.transitions.get(event) ?? []) {
      const guard = guardOf(row)
      if (!tried.has(undefined) && !tried.has(guard)) rows.push(row)
      tried.add(guard)
    }
  return rows
}

interface Reaction {
  readonly does: string
  readonly when: string
}

const reactionOf = (row: AnyTransitionDefinition): Reaction => {
  const guard = guardOf(row)
  const [target] = row.target ?? []
  const doubt = Object.entries(doubtWords).find(([name]) => namesOf(row).includes(name))?.[1] ?? ''
  return {
    does: target ? `→ ${placeOf(target)}${doubt}` : wordsOf(stayWords, namesOf(row)),
    when: guard === undefined ? '' : wordsOf(guardWords, [guard]),
  }
}

/** What a state does with an event, in words; empty where it has no row for it. */
const reactionTo = (leaf: Node, event: string): string => {
  const reactions = rowsFor(leaf, event).map(reactionOf)
  // A condition that changes nothing need not be told.
  while (reactions.length > 1 && reactions.at(-1)?.does === reactions.at(-2)?.does) reactions.splice(-2, 1)
  return reactions
    .map(({ does, when }, at) => (when ? `${does} if ${when}` : `${at > 0 ? 'else ' : ''}${does}`))
    .join('; ')
}

/** States by their shortest names: a phase for all that are in it, a state for all of its forms. */
const placesOf = (members: readonly Node[]): string =>
  phases
    .flatMap((phase) => {
      const inPhase = leaves.filter(({ path }) => path[1] === phase)
      if (inPhase.every((leaf) => members.includes(leaf))) return [`_${phase}_`]
      return statesOf(phase).flatMap((state) => {
        const forms = inPhase.filter((leaf) => stateOf(leaf) === state)
        const present = forms.filter((leaf) => members.includes(leaf))
        if (present.length === forms.length) return [`\`${state}\``]
        return present.map((leaf) => `\`${state}\` (${variantOf(leaf)})`)
      })
    })
    .join(', ')

/** What becomes of an event in each state, the most common reaction last. */
const reactionsTo = (event: string): string => {
  const groups = new Map<string, Node[]>()
  for (const leaf of leaves) {
    const reaction = reactionTo(leaf, event)
    groups.set(reaction, [...(groups.get(reaction) ?? []), leaf])
  }
  const comesEverywhere = !groups.delete('')
  const states = (members: readonly Node[]): number => new Set(members.map(stateOf)).size
  const sorted = [...groups].sort(([, a], [, b]) => states(a) - states(b))
  return sorted
    .map(([reaction, members], at) => {
      const isRest = comesEverywhere && at === sorted.length - 1
      const where = isRest ? (sorted.length === 1 ? 'every state' : 'else') : placesOf(members)
      return `${where} ${reaction}`
    })
    .join('<br/>')
}

/** Each event, and what it does in which state. Events that do the same everywhere share a line. */
export const eventTable = (): string => {
  const listed: readonly string[] = checkoutMachine.events
  const own = listed.filter((event) => event !== '*' && !Object.hasOwn(eventCodes, event))
  const lines = new Map<string, string[]>()
  for (const event of [...Object.keys(eventCodes), ...own, '*']) {
    const reactions = reactionsTo(event)
    lines.set(reactions, [...(lines.get(reactions) ?? []), event === '*' ? 'any other code' : `\`${event}\``])
  }
  return [
    '| event | what it does |',
    '| --- | --- |',
    ...[...lines].map(([reactions, names]) => `| ${names.join('<br/>')} | ${reactions} |`),
  ].join('\n')
}

// The diagrams. A row is an arrow from where it is written; what is written for a whole phase starts at a node of its
// own, as Mermaid draws no arrow from a composite state into itself.

const short = (event: string): string =>
  event === '*' ? 'any other, by onError' : event.replace(/^SDK_(PAYMENT_)?|^checkout\./, '')

/** The condition of an arrow, in a word or two; of the row after a conditional one, that the condition does not hold. */
const arrowWords: Readonly<Record<string, readonly [string, string]>> = {
  successIsContradicted: [' (contradicted)', ''],
  failureIsContradicted: [' (contradicted)', ''],
  isSettled: [' (at none)', ' (in doubt)'],
  isCertainElsewhere: [' (certain there)', ' (possible there)'],
}

const mermaid = (body: readonly string[]): string => ['```mermaid', 'stateDiagram-v2', ...body, '```'].join('\n')

interface Arrow {
  readonly from: string
  readonly to: string
  readonly label: string
}

const idOf = (node: Node): string => stateOf(node) || `any_${node.path[1] ?? 'state'}`

/** The rows of a node that lead to another state. */
const arrowsOf = (node: Node): readonly Arrow[] =>
  [...node.transitions.values()].flatMap((rows) =>
    rows.flatMap((row, at) => {
      const [target] = row.target ?? []
      const before = at > 0 ? rows[at - 1] : undefined
      const condition = arrowWords[guardOf(row) ?? '']?.[0] ?? (before && arrowWords[guardOf(before) ?? '']?.[1]) ?? ''
      const [from, to] = [idOf(node), target ? idOf(target) : '']
      return target && from !== to ? [{ from, to, label: `${short(row.eventType)}${condition}` }] : []
    }),
  )

/** Arrows between the same two states as one. */
const drawn = (arrows: readonly Arrow[]): readonly string[] => {
  const labels = new Map<string, Set<string>>()
  for (const { from, to, label } of arrows) {
    const arrow = `${from} --> ${to}`
    labels.set(arrow, (labels.get(arrow) ?? new Set()).add(label))
  }
  return [...labels].map(([arrow, names]) => `  ${arrow} : ${[...names].join('<br/>')}`)
}

const isClose = ({ label }: Arrow): boolean => label.startsWith(short('checkout.close'))

/** One phase: every row that is written in it, but for those of `checkout.close`. */
export const phaseDiagram = (phase: Phase): string => {
  const arrows = nodes.filter(({ path }) => path[1] === phase).flatMap(arrowsOf)
  return mermaid([
    '  direction LR',
    `  state "any of ${statesOf(phase).join(', ')}" as any_${phase}`,
    ...drawn(arrows.filter((arrow) => !isClose(arrow))),
  ])
}

/** What is written for every state: news of the payment. */
export const newsDiagram = (): string =>
  mermaid(['  direction LR', '  state "any state" as any_state', ...drawn(arrowsOf(nodeAt('live')))])

/** The generated parts, by the names of their markers. */
export const lifecycleParts = (): Readonly<Record<string, string>> => ({
  preparing: phaseDiagram('preparing'),
  flight: phaseDiagram('flight'),
  resting: phaseDiagram('resting'),
  news: newsDiagram(),
  events: eventTable(),
})
