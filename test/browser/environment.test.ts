import { describe, expect } from 'vitest'
import { type Shop, test } from './rig.ts'

/** Which of Antom's environments the SDK asked for. Both have the same addresses. */
const asked = ({ requests }: Shop) => {
  const page = requests.map(({ url }) => new URL(url)).find(({ searchParams }) => searchParams.get('instanceId'))
  const query = requests.find(({ url, method }) => method === 'POST' && url.endsWith('/mgw.htm'))
  return { page: page?.searchParams.get('shadow') ?? null, query: query?.headers['load-test'] ?? null }
}

const WARNING = 'The current input environment does not support or is not in the standard enumeration'

describe('the environment', () => {
  test('`sandbox` is the sandbox', async ({ shop }) => {
    const tab = await shop.open({ environment: 'sandbox' })
    await tab.openForm()
    expect(asked(shop)).toEqual({ page: 'true', query: 'true' })
  })

  test('`nope` does not throw: the SDK warns on the console, and takes production', async ({ shop }) => {
    const hosts = new Set<string>()
    shop.context.on('request', (request) => hosts.add(new URL(request.url()).host))
    const tab = await shop.open({ environment: 'nope' })
    const warnings: string[] = []
    tab.page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text())
    })
    await tab.openForm()
    expect(warnings).toContain(WARNING)
    expect(asked(shop)).toEqual({ page: null, query: null })
    // Of all that it asked for, nothing was asked of a real host.
    const answered = () => [shop.origin, ...shop.requests.map(({ url }) => url)].map((url) => new URL(url).host)
    await expect.poll(() => [...hosts].filter((host) => !answered().includes(host))).toEqual([])
    expect(await tab.states()).toEqual(['init', 'loading', 'form'])
    expect(tab.errors).toEqual([])
  })
})
