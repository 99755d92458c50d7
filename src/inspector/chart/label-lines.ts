// What is written on an edge: its codes, without what they all begin with, and of many a few.

/** A code as it stands on an edge. `*` is any code without a row of its own. */
export const shortName = (event: string): string =>
  event === '*' ? 'any other, by onError' : event.replace(/^SDK_(PAYMENT_)?|^checkout\./, '')

export const labelLines = (events: readonly string[], mostLines: number): readonly string[] => {
  const names = events.map(shortName)
  if (names.length <= mostLines) return names
  return [...names.slice(0, mostLines - 1), `+ ${names.length - mostLines + 1} more`]
}
