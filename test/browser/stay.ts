import type { Shop } from './rig.ts'

/**
 * Lets the page leave for this path, and stay: an answer without content is no other page. (A page that is about to be
 * left answers no test's questions.) Answers how often it has left.
 */
export const stayInsteadOf = (shop: Shop, path: string): (() => number) => {
  let times = 0
  shop.intercept(async ({ url }, route) => {
    if (new URL(url).pathname !== path) return false
    times += 1
    await route.fulfill({ status: 204 })
    return true
  })
  return () => times
}
