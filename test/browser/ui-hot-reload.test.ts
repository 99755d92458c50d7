import { resolve } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect } from 'vitest'
import { test } from './rig.ts'
import { visit } from './ui-visit.ts'

// A developer saves the page while it is open (docs/examples/ui): its elements are replaced, and the SDK's frame with them.
let server: ViteDevServer

beforeAll(async () => {
  server = await createServer({
    configFile: 'docs/examples/ui/vite.config.ts',
    logLevel: 'error',
    server: { host: '127.0.0.1' },
  })
  await server.listen()
})
afterAll(() => server.close())

for (const layer of ['vue', 'svelte'] as const)
  test(`hot reload of the page in ${layer} mounts the component anew, of the same payment`, async ({ shop }) => {
    const [origin] = server.resolvedUrls?.local ?? []
    const buyer = await visit(shop, `${origin}${layer}/index.html#/checkout/1001`, ['success'])
    await buyer.form()
    const before = await buyer.page.locator('main').elementHandle()

    const file = resolve(`docs/examples/ui/${layer}/CheckoutPage.${layer}`)
    for (const module of server.moduleGraph.getModulesByFile(file) ?? []) await server.reloadModule(module)
    await buyer.page.waitForFunction((main) => !main?.isConnected, before)
    await buyer.button('Pay').click()
    await buyer.reads('Thank you. Your payment has arrived.')
    expect(buyer.done).toEqual({ payments: 1, mounts: 2 })
    expect(buyer.complaints).toEqual([])
  })
