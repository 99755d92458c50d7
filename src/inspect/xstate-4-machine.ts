import type { AnyStateNode } from 'xstate'
import { checkoutMachine } from '../../machines/checkout.machine.ts'
import type { XState4Definition, XState4Named, XState4Transition, XState4Value } from './xstate-4-types.ts'

type Transition = NonNullable<AnyStateNode['always']>[number]

/** An action or a guard by its name. What the machine gives it as fixed parameters is part of the statechart. */
const toNamed = (named: unknown): XState4Named => {
  if (typeof named === 'string') return { type: named }
  const { type, params } = named as { readonly type: string; readonly params?: unknown }
  return typeof params === 'object' ? { type, params } : { type }
}

const isInside = (node: AnyStateNode, outer: AnyStateNode): boolean =>
  node === outer || (node.parent !== undefined && isInside(node.parent, outer))

const toTransition = ({ target, source, guard, actions, reenter }: Transition): XState4Transition => {
  const to = target?.[0]
  return {
    ...(to && { target: `#${to.id}` }),
    ...(guard !== undefined && { cond: toNamed(guard) }),
    ...(actions.length > 0 && { actions: actions.map(toNamed) }),
    // XState 4 enters the source anew unless it is told not to, XState 5 only if it is told to.
    internal: !reenter && (!to || isInside(to, source)),
  }
}

const firstOf = ({ initial }: AnyStateNode): string => initial.target?.[0]?.key ?? ''

const toDefinition = (node: AnyStateNode): XState4Definition => {
  const states = Object.values(node.states)
  const rows = [...node.transitions]
  const { entry, exit, always, invoke, tags } = node
  return {
    id: node.id,
    type: node.type,
    ...(states.length > 0 && {
      initial: firstOf(node),
      states: Object.fromEntries(states.map((state) => [state.key, toDefinition(state)])),
    }),
    ...(rows.length > 0 && { on: Object.fromEntries(rows.map(([type, row]) => [type, row.map(toTransition)])) }),
    ...(always && { always: always.map(toTransition) }),
    ...(entry.length > 0 && { entry: entry.map(toNamed) }),
    ...(exit.length > 0 && { exit: exit.map(toNamed) }),
    ...(invoke.length > 0 && { invoke: invoke.map(({ id, src }) => ({ id, src: String(src) })) }),
    ...(tags.length > 0 && { tags: [...tags] }),
  }
}

let made: XState4Definition | undefined

/** The checkout machine, as XState 4 would write it: all its states and rows, its functions by name. */
export const checkoutDefinition = (): XState4Definition => {
  made ??= { ...toDefinition(checkoutMachine.root), predictableActionArguments: true }
  return made
}

/** The event types that have a row in this state, or in one around it. */
export const nextEventsOf = (value: XState4Value): readonly string[] => {
  const types = new Set<string>()
  const visit = (node: XState4Definition | undefined, inner: XState4Value | undefined): void => {
    for (const type of Object.keys(node?.on ?? {})) types.add(type)
    const name = typeof inner === 'object' ? Object.keys(inner)[0] : inner
    if (name !== undefined) visit(node?.states?.[name], typeof inner === 'object' ? inner[name] : undefined)
  }
  visit(checkoutDefinition(), value)
  return [...types]
}
