import type { SubmitButton } from '../../../machines/checkout.types.ts'

/** A recording that was given on the command line. */
export interface TraceSource {
  /** What it is called where it has no header. */
  readonly trace: string
  /** Its bytes, from the beginning, as often as a page asks for them. */
  open(): AsyncIterable<Uint8Array>
}

/** Calls `beat` from time to time, until what it returned is called. */
export type Heartbeat = (beat: () => void) => () => void

/** What the server keeps and takes at most. Sizes in bytes. */
export interface Limits {
  /** Of a message that is read at all. */
  readonly message: number
  /** Of what is kept of one app. */
  readonly history: number
  /** Of what is kept of all apps. */
  readonly histories: number
  /** Of what may wait for a page that reads slowly. */
  readonly waiting: number
  /** Of what the platform may hold for one socket. */
  readonly buffered: number
  readonly apps: number
  readonly pages: number
  /** Apps that have gone, and are remembered. */
  readonly gone: number
}

export interface InspectorServerOptions {
  /** By default a free one. */
  readonly port?: number
  readonly traces: readonly TraceSource[]
  /** Origins that may connect besides those of this machine: `https://shop.test`. */
  readonly allowedOrigins: readonly string[]
  /** The folder of the page's files. */
  readonly page: string
  /** Of the traces; by default the merchant's where a trace has a submit command, else the SDK's. */
  readonly submitButton?: SubmitButton | undefined
  readonly limits?: Partial<Limits>
  readonly heartbeat?: Heartbeat
}

export interface InspectorServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  close(): Promise<void>
}
