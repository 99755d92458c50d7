// What an inspector may be shown, made anew from whatever came. Nothing here throws, and nothing is passed on that is
// not named in these files.

export { allowEvent } from './allow-event.ts'
export { allowSnapshot } from './allow-snapshot.ts'
export { allowWire } from './allow-wire.ts'
export { allowCode } from './codes.ts'
