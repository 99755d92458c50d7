import type { TestProject } from 'vitest/node'
import { buildPaymentPage } from '../../docs/stub/build-page.ts'
import { buildShop, refreshDist } from './build-shop.ts'
import { serveShop } from './serve-shop.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the merchant's shop is served: an origin on loopback. */
    shopOrigin: string
    /** The payment page's HTML. */
    paymentPage: string
  }
}

/** Once for all browser tests: the shop is built and served, the payment page is built. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  await refreshDist()
  const [files, paymentPage] = await Promise.all([buildShop(), buildPaymentPage()])
  const server = await serveShop(files)
  provide('shopOrigin', server.origin)
  provide('paymentPage', paymentPage)
  return server.stop
}
