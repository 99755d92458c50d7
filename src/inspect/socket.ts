import { read } from './values.ts'

/** What is used of a WebSocket: the platform's own, or that of the package `ws`. */
export interface InspectorSocket {
  readonly bufferedAmount: number
  send(text: string): void
  close(): void
  addEventListener(type: 'open' | 'close' | 'error' | 'message', listener: (event: object) => void): void
}

/** How one is opened. */
export type InspectorSocketConstructor = new (url: string) => InspectorSocket

/** The platform's own, where it has one: Node 20 has none. */
export const platformSocket = (): InspectorSocketConstructor | undefined =>
  (globalThis as { readonly WebSocket?: InspectorSocketConstructor }).WebSocket

/** A Node process that has nothing else to do comes to its end: for whatever Node calls by `unref`. */
export const letNodeEnd = (handle: unknown): void => {
  const unref = read(handle, 'unref')
  if (typeof unref === 'function') unref.call(handle)
}

/** The same for an open socket of `ws`, which keeps Node's own in this field. */
export const letNodeEndWith = (socket: InspectorSocket): void => letNodeEnd(read(socket, '_socket'))
