import { checkoutMachine } from '../../../machines/checkout.machine.ts'
import { layOut } from './layout.ts'
import { graphOf } from './machine-graph.ts'
import { overviewOf } from './overview.ts'
import type { Chart } from './types.ts'

// Of the first 150 seeds, those with the fewest crossings, bends and detours. With another, edges may run less tidily:
// when the machine changes, look at the pictures.
const luckiest = { inFull: 4, overview: 7 }

/** `checkoutMachine`, laid out in full: some 50 edges between some 30 states. */
export const statechart = (): Promise<Chart> => layOut(graphOf(checkoutMachine.root), luckiest.inFull)

/** For a first look: without the forms of states, and without what would be said twice. */
export const overview = (): Promise<Chart> => layOut(overviewOf(checkoutMachine.root), luckiest.overview)
