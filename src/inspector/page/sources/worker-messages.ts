/** Page to worker, once. */
export interface Replay {
  readonly name: string
  readonly input: Blob
}

/** Worker to page. */
export type Replaying =
  /** Lines of `moment-lines.ts`. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'reached'; readonly share: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed' }
