import { type Browser, type BrowserContext, chromium, type Route } from 'playwright-core'
import { test as base, inject } from 'vitest'
import { answerAntom, readOutcome, type StubRequest, type ToldOutcome } from '../../docs/stub/answer.ts'
import { chromiumPath } from './chromium.ts'
import type { MerchantOptions } from './merchant.ts'
import { createTab, type Tab } from './tab.ts'

// One shop is one buyer's browser with nothing in it: its tabs share storage and locks. Whatever the SDK asks the network
// for is answered by the stub; what else is asked of any other host is aborted, and fails the test.

/** True where it took the request: it then fulfils, aborts or holds the route itself. */
export type Interceptor = (request: StubRequest, route: Route) => boolean | Promise<boolean>

export interface Shop {
  readonly context: BrowserContext
  readonly origin: string
  /** What payment pages and wallets told "Antom's server", oldest first. */
  readonly outcomes: readonly ToldOutcome[]
  /** Requests of the SDK that the stub answered, oldest first. */
  readonly requests: readonly StubRequest[]
  /** Opens the merchant's page in a new tab. */
  open(options?: MerchantOptions): Promise<Tab>
  /** The address of the merchant's page with these options, to come back to. */
  addressOf(options?: MerchantOptions): string
  /** Lets requests to another origin through, e.g. to a server that a test runs on loopback. */
  allow(origin: string): void
  /** Asked of each request before the stub is, and before the shop's own server. */
  intercept(interceptor: Interceptor): void
}

const asRequest = (route: Route): StubRequest => {
  const request = route.request()
  const body = request.postData()
  return {
    url: request.url(),
    method: request.method(),
    headers: request.headers(),
    ...(body !== null && { body }),
  }
}

interface OpenedShop extends Shop {
  readonly strangers: readonly string[]
}

const openShop = async (browser: Browser): Promise<OpenedShop> => {
  const origin = inject('shopOrigin')
  const paymentPage = inject('paymentPage')
  const context = await browser.newContext()
  // Sooner than the test's own end, so that what was waited for is named.
  context.setDefaultTimeout(30_000)
  await context.addInitScript(withoutWebGl)
  const allowed = new Set([origin])
  const strangers: string[] = []
  const outcomes: ToldOutcome[] = []
  const requests: StubRequest[] = []
  const interceptors: Interceptor[] = []

  await context.route('**/*', async (route) => {
    const request = asRequest(route)
    for (const takes of interceptors) if (await takes(request, route)) return
    if (allowed.has(new URL(request.url).origin)) return route.continue()
    const outcome = readOutcome(request)
    if (outcome) outcomes.push(outcome)
    const response = answerAntom(request, paymentPage)
    if (response) {
      requests.push(request)
      return route.fulfill(response)
    }
    strangers.push(request.url)
    return route.abort()
  })

  const addressOf = (options: MerchantOptions = {}): string =>
    `${origin}/?${new URLSearchParams({ options: JSON.stringify(options) })}`

  return {
    context,
    origin,
    outcomes,
    requests,
    strangers,
    addressOf,
    open: async (options) => createTab(await context.newPage(), addressOf(options)),
    allow: (other) => void allowed.add(other),
    intercept: (interceptor) => void interceptors.push(interceptor),
  }
}

const flags = [
  // In a container, and as root, Chromium has no sandbox of its own and little shared memory.
  '--no-sandbox',
  '--disable-dev-shm-usage',
  // It asks nobody for anything by itself.
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  // The SDK draws the device's fingerprint, which nobody here looks at. Drawn in software it takes half of a test's time.
  '--disable-3d-apis',
]

/** What the fingerprint throws where there is no WebGL is no complaint of the page's. */
const withoutWebGl = `for (const name of ['error', 'unhandledrejection'])
  addEventListener(name, (event) => {
    const { message } = event.error ?? event.reason ?? {}
    if (message === 'Error creating WebGL context.') event.preventDefault()
  })`

/** `test` with a `shop`, and a Chromium that many tests share: each shop is a browser of its own in it. */
export const test = base.extend<{ browser: Browser; shop: Shop }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of the fixtures from here.
    async ({}, use) => {
      const executablePath = chromiumPath()
      if (!executablePath) throw new Error('there is no Chromium')
      const browser = await chromium.launch({ executablePath, args: flags })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  shop: async ({ browser }, use) => {
    const shop = await openShop(browser)
    await use(shop)
    await shop.context.close()
    if (shop.strangers.length > 0)
      throw new Error(`asked for by the page, and by nobody answered:\n${shop.strangers.join('\n')}`)
  },
})
