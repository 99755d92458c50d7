import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { eventCodes } from '../../src/catalogue/event-codes.ts'
import { ownEvents } from '../../src/catalogue/own-events.ts'
import type { EventCodeEntry } from '../../src/catalogue/types.ts'

const entries = Object.entries<EventCodeEntry>(eventCodes)
const codesFrom = (source: string) =>
  entries.filter(([, entry]) => (entry.sources as readonly string[]).includes(source)).map(([code]) => code)

// The codes of Antom's callback reference, in its three groups, and the one that only its sample code has.
const reference = {
  status: [
    'SDK_START_OF_LOADING',
    'SDK_END_OF_LOADING',
    'SDK_CALL_URL_ERROR',
    'SDK_CALL_URL_SUCCESS',
    'SDK_DUPLICATE_SUBMISSION_BEHAVIOR',
    'SDK_FORM_VERIFICATION_FAILED',
    'SDK_PAYMENT_AUTHORIZATION_SUCCESSFUL',
    'SDK_PAYMENT_CHALLENGE',
  ],
  error: [
    'SDK_INTERNAL_ERROR',
    'SDK_CREATEPAYMENT_PARAMETER_ERROR',
    'SDK_INIT_PARAMETER_ERROR',
    'SDK_CREATECOMPONENT_ERROR',
    'SDK_SUBMIT_NETWORK_ERROR',
  ],
  result: [
    'SDK_PAYMENT_SUCCESSFUL',
    'SDK_PAYMENT_PROCESSING',
    'SDK_PAYMENT_FAIL',
    'SDK_PAYMENT_ERROR',
    'SDK_PAYMENT_CANCEL',
  ],
}

// SDK_TO_APP (enum MessageName) addresses messages between the SDK and its own iframe: it never reaches a merchant.
const notEvents = ['SDK_TO_APP']

// The declarations as text: the SDK's modules import each other without extensions, which Node cannot load.
const declaredBySdk = () => {
  const folder = new URL('../../node_modules/@alipay/ams-checkout/esm/', import.meta.url)
  const codes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.ts'))
    .flatMap(
      (file) =>
        readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8').match(/(?<=['"])SDK_[A-Z_]+(?=['"])/g) ?? [],
    )
  return [...new Set(codes)].filter((code) => !notEvents.includes(code)).sort()
}

describe('the event codes', () => {
  test('have every code that the installed SDK declares, and say so of no other', () => {
    expect(declaredBySdk()).toContain('SDK_PAYMENT_SUCCESSFUL')
    expect(codesFrom('sdk').sort()).toEqual(declaredBySdk())
  })

  test.each(Object.entries(reference))('have every %s code of Antom’s reference under that kind', (kind, codes) => {
    const documented = new Set(codesFrom('reference'))
    expect(
      entries
        .filter(([code, entry]) => documented.has(code) && entry.kind === kind)
        .map(([code]) => code)
        .sort(),
    ).toEqual([...codes].sort())
  })

  test('have a code from practice only where neither the reference nor the SDK has it', () => {
    expect(codesFrom('practice').sort()).toEqual(['SDK_PAYMENT_PENDING', 'SDK_PAYMENT_RETRY'])
  })

  test('tell where each is known from and by which callback it comes', () => {
    for (const [code, { sources, callbacks }] of entries) {
      expect(sources, code).not.toHaveLength(0)
      expect(callbacks, code).toContain('onEventCallback')
    }
  })

  test.each(['SDK_PAYMENT_PROCESSING', 'SDK_PAYMENT_PENDING', 'SDK_PAYMENT_ERROR'] as const)(
    'send the merchant of a payment with an open outcome (%s) to the server, not to another payment',
    (code) => {
      expect(eventCodes[code].advice.en).toMatch(/your server.*Do not offer to pay again/)
      expect(eventCodes[code].advice.zh).toMatch(/服务端.*不要引导买家重新支付/)
    },
  )

  test('warn against tearing the component down during 3-D Secure', () => {
    expect(eventCodes.SDK_PAYMENT_CHALLENGE.advice.en).toContain('never unmount')
    expect(eventCodes.SDK_PAYMENT_CHALLENGE.advice.zh).toContain('切勿卸载')
  })
})

describe('the package’s own events', () => {
  test('are told apart from the SDK’s: by their names and by their source', () => {
    for (const [code, entry] of Object.entries<EventCodeEntry>(ownEvents)) {
      expect(code).not.toMatch(/^SDK_/)
      expect(entry.sources, code).toEqual(['package'])
      expect(entry.callbacks, code).toEqual([])
    }
  })
})
