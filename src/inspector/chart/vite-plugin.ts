import type { Plugin } from 'vite'
import { statechart as layOutStatechart } from './statechart.ts'

const name = 'virtual:statechart'
const resolved = `\0${name}`

/**
 * `import chart from 'virtual:statechart'`: the chart of `checkoutMachine`, laid out when the page is built. So the page
 * neither waits for the layout nor carries its library.
 */
export const statechart = (): Plugin => ({
  name: 'statechart',
  resolveId: (id) => (id === name ? resolved : undefined),
  async load(id) {
    if (id !== resolved) return undefined
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(await layOutStatechart()))})`
  },
})
