import { isNone, none, some } from 'fp-ts/lib/Option.js'
import { describe, expect, test } from 'vitest'
import { describeEvent, describePaymentResult } from '../../src/catalogue/describe.ts'
import { eventCodes } from '../../src/catalogue/event-codes.ts'
import { ownEvents } from '../../src/catalogue/own-events.ts'
import { paymentResultCodes } from '../../src/catalogue/payment-result-codes.ts'

const strangers = [
  '',
  'SDK_OF_TOMORROW',
  'sdk_payment_successful',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
]

describe('describeEvent', () => {
  test.each(Object.entries(eventCodes))('tells what %s means', (code, entry) => {
    expect(describeEvent(code)).toEqual(some(entry))
  })

  test.each(Object.entries(ownEvents))('tells what the package’s own %s means', (code, entry) => {
    expect(describeEvent(code)).toEqual(some(entry))
  })

  test.each(strangers)('knows nothing of "%s"', (code) => {
    expect(describeEvent(code)).toEqual(none)
  })

  test('does not take a payment result code for an event', () => {
    expect(isNone(describeEvent('INVALID_CARD'))).toBe(true)
  })
})

describe('describePaymentResult', () => {
  test.each(Object.entries(paymentResultCodes))('tells why a payment ended with %s', (code, entry) => {
    expect(describePaymentResult(code)).toEqual(some(entry))
  })

  test.each([...strangers, 'SUCCESS', 'SDK_PAYMENT_FAIL'])('knows no failure called "%s"', (code) => {
    expect(describePaymentResult(code)).toEqual(none)
  })
})
