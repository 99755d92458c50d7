import { signal } from '@preact/signals'
import { type ConnectedInspector, connectInspector } from '../../../src/inspect/connect.ts'

/** Where the inspector is served; `null`: it is not there. */
export const inspectorOrigin = signal<string | null>(null)

export const findInspector = async (): Promise<void> => {
  const { inspector } = (await (await fetch('./playground.json')).json()) as { readonly inspector: string | null }
  inspectorOrigin.value = inspector
}

/** A connection for one checkout, by a name that its scenario has. */
export const connectTo = (name: string): ConnectedInspector | undefined => {
  const origin = inspectorOrigin.value
  return origin === null ? undefined : connectInspector({ url: origin.replace(/^http/, 'ws'), name })
}
