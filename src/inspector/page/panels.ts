import { signal } from '@preact/signals'

/** What can be read below the chart. */
export const docks = ['moment', 'send', 'export'] as const
export type Dock = (typeof docks)[number]
export const dock = signal<Dock>('moment')

/** What a narrow page shows; a wide one shows all of it. */
export type View = 'timeline' | 'chart' | 'dock'
export const view = signal<View>('timeline')

/** How much of the room the timeline has beside the chart, and the chart above the rest, in percent. */
export const timelineShare = signal(40)
export const chartShare = signal(56)

/** The dialog in which traces are opened. */
export const isOpening = signal(false)
