/** A short number for a text, from which nobody reads the text. */
const hashOf = (text: string): string => {
  let hash = 0x811c9dc5
  for (let at = 0; at < Math.min(text.length, 1_000); at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** XState's session ids pass. Any other could be a name, and gets another one, always the same; `undefined`: it is none. */
export const allowId = (id: unknown): string | undefined => {
  if (typeof id !== 'string') return undefined
  return /^(x:\d{1,9}|other:[0-9a-f]{8})$/.test(id) ? id : `other:${hashOf(id)}`
}
