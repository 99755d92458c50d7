// How large things are. Everything is laid out before any browser has seen it, so codes are set in a monospaced font,
// whose widths are known, and boxes leave some room.

interface Size {
  readonly width: number
  readonly height: number
}

export const codeSize = 11
export const lineHeight = 15
const codeAdvance = codeSize * 0.605
const labelPadding = { x: 7, y: 4 }

export const nameSize = 13
const nameAdvance = 7.8

/** Of a label: as wide as its longest line. */
export const sizeOfLines = (lines: readonly string[]): Size => ({
  width: Math.ceil(Math.max(...lines.map(({ length }) => length)) * codeAdvance) + 2 * labelPadding.x,
  height: lines.length * lineHeight + 2 * labelPadding.y,
})

/** Of a state that has nothing in it. */
export const sizeOfName = (name: string, isForm: boolean): Size => ({
  width: Math.max(isForm ? 64 : 92, Math.ceil(name.length * nameAdvance) + 26),
  height: isForm ? 26 : 36,
})

/** The strip at the top of a state that has others in it, and the room around them. */
export const titleHeight = 28
export const padding = 14

/** How much of that strip its name takes. */
export const widthOfTitle = (name: string): number => Math.ceil(name.length * nameAdvance) + 2 * padding
