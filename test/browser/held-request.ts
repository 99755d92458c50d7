import type { Route } from 'playwright-core'
import type { StubRequest } from '../../docs/stub/answer.ts'
import type { Shop } from './rig.ts'

/** A request that waits until the test says what becomes of it. */
export interface HeldRequest {
  /** Waits until it has been made. */
  made(): Promise<StubRequest>
  /** It goes on as if it had never been held. */
  release(): Promise<void>
  /** It cannot be answered. */
  fail(): Promise<void>
  /** It is answered with this, by a server that is asked from another origin. */
  answer(json: unknown): Promise<void>
}

/** Holds the next request that fits. Those after it are answered by the stub. */
export const holdRequest = (shop: Shop, fits: (request: StubRequest) => boolean): HeldRequest => {
  let isHeld = false
  const held = new Promise<{ request: StubRequest; route: Route; letGo(isTaken: boolean): void }>((hold) => {
    shop.intercept((request, route) => {
      if (isHeld || !fits(request)) return false
      isHeld = true
      return new Promise<boolean>((letGo) => hold({ request, route, letGo }))
    })
  })
  return {
    made: async () => (await held).request,
    release: async () => (await held).letGo(false),
    async fail() {
      const { route, letGo } = await held
      await route.abort()
      letGo(true)
    },
    async answer(json) {
      const { request, route, letGo } = await held
      const origin = request.headers['origin'] ?? '*'
      const headers = { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }
      await route.fulfill({ json, headers })
      letGo(true)
    },
  }
}

/** The SDK asks Antom about the session before its payment page may show its form. */
export const holdQuery = (shop: Shop): HeldRequest =>
  holdRequest(shop, ({ url, method }) => method === 'POST' && new URL(url).pathname.endsWith('/mgw.htm'))
