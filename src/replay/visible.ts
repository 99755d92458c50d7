// A recording is not to be trusted: its codes could move a terminal's cursor, or turn its text around. Controls,
// formats, what is unassigned or private, lone surrogates, separators of lines.
const unsafe = /[\p{C}\p{Zl}\p{Zp}]/gu

/** The text, with what a terminal would act on written out: `\u{1b}`. */
export const visible = (text: string): string =>
  text.replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)

/** The same for JSON, as JSON writes it: it leaves the C1 controls and the marks of direction as they are. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value).replace(unsafe, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
