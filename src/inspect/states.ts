import { checkoutMachine } from '../../machines/checkout.machine.ts'
import { inquiryMachine } from '../../machines/inquiry.machine.ts'
import { isObject, read } from './values.ts'

// The states that our machines have. Of a state that comes from anywhere else, nothing is copied.

interface Node {
  readonly id: string
  readonly tags: readonly string[]
  readonly invoke: readonly { readonly id: string; readonly src: unknown }[]
  readonly states: Readonly<Record<string, Node>>
}

/** A state that a machine of ours has: its value, made anew, and its tags. */
export interface KnownState {
  readonly value: unknown
  readonly tags: readonly string[]
}

const childrenOf = ({ states }: Node): readonly string[] => Object.keys(states)

/** The one state below that a value names. */
const below = (node: Node, value: unknown): string | undefined =>
  typeof value === 'string'
    ? childrenOf(node).find((name) => name === value)
    : isObject(value)
      ? childrenOf(node).find((name) => read(value, name) !== undefined)
      : undefined

const stateIn = (node: Node, value: unknown): KnownState | null => {
  const name = below(node, value)
  const child = name === undefined ? undefined : node.states[name]
  if (name === undefined || !child) return null
  const isLeaf = childrenOf(child).length === 0
  if (isLeaf) return typeof value === 'string' ? { value: name, tags: [...child.tags] } : null
  const inner = stateIn(child, read(value, name))
  return inner && { value: { [name]: inner.value }, tags: [...child.tags, ...inner.tags] }
}

/** A state value of the checkout; `null`: it has no such state. */
export const stateOfCheckout = (value: unknown): KnownState | null => stateIn(checkoutMachine.root, value)

/** A state value of the inquiry; `null`: it has no such state. */
export const stateOfInquiry = (value: unknown): KnownState | null => stateIn(inquiryMachine.root, value)

const invokedBy = (node: Node): readonly (readonly [string, string])[] => [
  ...node.invoke.map(({ id, src }) => [id, `${src}`] as const),
  ...Object.values(node.states).flatMap(invokedBy),
]

// XState calls what a state invokes after the state: `0.form` is an alarm.
const known = new Map<unknown, string>([
  ...['checkout', 'inquiry', 'alarm', 'attention', 'question'].map((name) => [name, name] as const),
  ...[checkoutMachine.root, inquiryMachine.root].flatMap(invokedBy),
])

/** What an actor is, by its id or its name: `checkout`, `inquiry`, `alarm`, `attention`, `question`, or `other`. */
export const allowName = (id: unknown): string => known.get(id) ?? 'other'
