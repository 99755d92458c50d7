import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { lifeOf } from '../inspector/told.ts'

// What somebody puts into a trace, a name or a message in order to do harm where it is shown.

const long = 'A'.repeat(100_000)

export const hostileTexts: readonly string[] = [
  '<img src=x onerror="pwned=1">',
  '"><svg onload=pwned=1><script>pwned=1</script>',
  '</title></style></script><script>pwned=1</script>',
  'javascript:pwned=1',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '<a href="//harm.test/?" ping="//harm.test"><link rel=stylesheet href=//harm.test/a.css>',
  "');pwned=1;//",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to be seen as it stands.
  '`);pwned=1;//${pwned=1}',
  '*/pwned=1/*\u2028pwned=1\n pwned=1',
  '%0d%0aX: 1\r\nX: 1',
  '\u202egnp.tluser\u202c\u2066\u200b\ufeff',
  '\u0000\u0007\u001b[2J\u009b31m',
  '\ud800 and \udc00',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  long,
  `<b>${long}`,
]

const json = (value: unknown): string => JSON.stringify(value)
const evil = '"__proto__":{"polluted":1,"code":"SDK_PAYMENT_SUCCESSFUL"},"constructor":{"prototype":{"polluted":1}}'

/** A trace with that wherever a text may stand, and what its reader might fall over. */
export const hostileTrace = (text: string): string => {
  const payload = `{"code":${json(text)},"message":${json(text)},${json(text)}:1,${evil},"result":{"paymentStatus":${json(text)},"paymentResultCode":${json(text)},"redirectUrl":"javascript:pwned=1"}}`
  return [
    `{"trace":${json(text)},"about":${json(text)},${evil}}`,
    '{"t":1,"via":"onEventCallback","args":[{"code":"SDK_START_OF_LOADING"}]}',
    `{"t":2,"via":"onEventCallback","args":[${payload}],${evil}}`,
    `{"t":3,"via":"onError","args":[${json(text)}]}`,
    `{"t":4,"via":"onClose","args":[${payload}]}`,
    `{"t":5,"via":${json(text)},"args":[]}`,
    `{"t":6,"via":"command","name":${json(text)},"call":1}`,
    '{"t":7,"via":"command","name":"submit","call":1}',
    `{"t":8,"via":"promise","name":"submit","call":1,"settled":"resolved","value":${payload}}`,
    `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
    text.replaceAll('\n', ' '),
    '{"t":1e308,"via":"onError","args":[]}',
    `{"t":9,"via":"onEventCallback","args":[{"code":"SDK_PAYMENT_FAIL","result":{"paymentStatus":"FAIL","paymentResultCode":${json(text)}}}]}`,
  ].join('\n')
}

/** Messages of the inspectors' protocol with that in all their places, and some that are none. */
export const hostileMessages = (text: string): readonly unknown[] => {
  const [actor, ...rest] = lifeOf('x:0', ({ callbacks }) => {
    callbacks.onEventCallback({ code: text, message: text })
    callbacks.onError(text)
    callbacks.onEventCallback({ code: 'SDK_PAYMENT_FAIL', result: { paymentStatus: text, paymentResultCode: text } })
  })
  return [
    { ...actor, name: text, sessionId: text, definition: text },
    { ...actor, definition: { id: text, states: { [text]: {} } } },
    ...rest.map((message) => ({ ...message, sessionId: text, [text]: text })),
    ...rest.map((message) => ({ ...message, createdAt: text, id: text, _version: text })),
    ...rest.map((message) => ({ ...message, snapshot: { value: text, context: text, status: text, output: text } })),
    ...rest.map((message) => ({ ...message, event: { type: text } })),
    ...[actor, ...rest].map((message) => ({ ...message, sessionId: 'x:7' })),
    ...[text, [text], { type: text }, { type: '@xstate.snapshot' }, { type: 'antom.told', events: [text] }, null, 42],
    JSON.parse('{"type":"@xstate.snapshot","__proto__":{"polluted":1},"sessionId":"__proto__"}'),
  ]
}

/** Somebody who sees whether anything of it has acted. */
export interface Witness {
  /** Nothing has run, nothing was asked for, nothing may not be seen, and there is nothing that the page has not made. */
  expectNothing(page: Page): Promise<void>
}

const watching = `
  globalThis.seen = []
  Object.defineProperty(globalThis, 'pwned', { get: () => undefined, set: () => seen.push('a script') })
  for (const name of ['alert', 'confirm', 'prompt'])
    globalThis[name] = () => void seen.push(name)
  addEventListener('securitypolicyviolation', ({ violatedDirective }) => seen.push(violatedDirective))`

// What a text could have become, and the characters that turn it around or hide it.
const strange = `{
  const grown = document.querySelectorAll('iframe, object, embed, base, link[rel=stylesheet][href*=harm], a[href^="javascript:"], [onerror], [onload], script:not([src]), img[src=x]')
  const unseen = new Set(document.documentElement.outerHTML.match(/[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]/gu) ?? [])
  unseen.delete('\\n')
  ;({
    seen,
    grown: [...grown].map(({ outerHTML }) => outerHTML.slice(0, 200)),
    unseen: [...unseen].map((character) => character.codePointAt(0).toString(16)),
    polluted: [{}.polluted, document.polluted].filter(Boolean),
    longest: Math.max(...[...document.querySelectorAll('body *')]
      .map(({ childElementCount, textContent }) => childElementCount === 0 ? textContent.length : 0)) > 5_000,
  })
}`

/** From the next page that is opened in there. */
export const watchFor = async (context: BrowserContext): Promise<Witness> => {
  await context.addInitScript(watching)
  const dialogs: string[] = []
  context.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  return {
    async expectNothing(page) {
      expect(await page.evaluate(strange)).toEqual({ seen: [], grown: [], unseen: [], polluted: [], longest: false })
      expect(dialogs).toEqual([])
    },
  }
}
