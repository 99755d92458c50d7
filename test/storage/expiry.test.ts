import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createKeeper } from '../../src/controller/storage.ts'
import { create, loaded, memory, tell } from '../controller/helpers.ts'

const hour = 60 * 60 * 1_000
const day = 24 * hour

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) }))
afterEach(() => void vi.useRealTimers())

const pass = (ms: number): void => void vi.setSystemTime(Date.now() + ms)

/** A storage that can be looked through, as the platform's can. */
const listed = () => {
  const storage = memory()
  return {
    ...storage,
    get length(): number {
      return storage.entries.size
    },
    key: (index: number): string | null => [...storage.entries.keys()][index] ?? null,
  }
}

const leave = (storage: ReturnType<typeof memory>, id: string, ...codes: readonly string[]): void =>
  tell(loaded({ storage, id }).checkout, ...codes)

const comeBack = (storage: ReturnType<typeof memory>, id = 'order-1') =>
  create({ storage, id }).checkout.getSnapshot().state

describe('an abandoned checkout', () => {
  test('is forgotten after a day, if nothing can have been paid', () => {
    const storage = memory()
    leave(storage, 'order-1', 'SDK_PAYMENT_FAIL')
    pass(day)
    expect(comeBack(storage)).toBe('declined')
    pass(day + 1)
    expect(comeBack(storage)).toBe('init')
  })

  test.each([
    ['SDK_PAYMENT_PROCESSING', 'confirming'],
    ['SDK_SUBMIT_NETWORK_ERROR', 'dismissed'],
  ])('after %s is kept for a month, and never a fresh form', (code, state) => {
    const storage = memory()
    leave(storage, 'order-1', code)
    pass(30 * day)
    expect(comeBack(storage)).toBe(state)
    pass(30 * day + 1)
    expect(comeBack(storage)).toBe('init')
  })

  test('that somebody comes back to is young again', () => {
    const storage = memory()
    leave(storage, 'order-1', 'SDK_PAYMENT_FAIL')
    pass(20 * hour)
    expect(comeBack(storage)).toBe('declined')
    pass(20 * hour)
    expect(comeBack(storage)).toBe('declined')
  })

  test('is removed when another order is checked out', () => {
    const storage = listed()
    leave(storage, 'order-1', 'SDK_PAYMENT_FAIL')
    leave(storage, 'order-2', 'SDK_PAYMENT_PROCESSING')
    storage.setItem('the page’s own', 'kept')
    storage.setItem('antom-checkout-machine:order-3', 'of unknown age')
    pass(2 * day)
    comeBack(storage, 'order-4')
    expect([...storage.entries.keys()].sort()).toEqual([
      'antom-checkout-machine:order-2',
      'antom-checkout-machine:order-3',
      'antom-checkout-machine:order-4',
      'the page’s own',
    ])
    pass(29 * day)
    comeBack(storage, 'order-5')
    expect([...storage.entries.keys()]).not.toContain('antom-checkout-machine:order-2')
  })

  test('that cannot be removed costs nothing', () => {
    const storage = listed()
    leave(storage, 'order-1', 'SDK_PAYMENT_PROCESSING')
    leave(storage, 'order-2', 'SDK_PAYMENT_FAIL')
    pass(2 * day)
    storage.removeItem = () => {
      throw new Error('locked')
    }
    expect(comeBack(storage)).toBe('confirming')
  })

  test('of a clock that was set back is not forgotten', () => {
    const storage = memory()
    leave(storage, 'order-1', 'SDK_PAYMENT_FAIL')
    pass(-400 * day)
    expect(comeBack(storage)).toBe('declined')
  })

  test('whose age was edited is not trusted', () => {
    const storage = memory()
    leave(storage, 'order-1', 'SDK_PAYMENT_FAIL')
    for (const [key, entry] of storage.entries)
      storage.setItem(key, entry.replace(/"savedAt":\d+/, `"savedAt":${Date.now() + 1}`))
    expect(comeBack(storage)).toBe('confirming')
  })
})

describe('an entry that another tab has written since', () => {
  const risky = (storage: ReturnType<typeof memory>) => {
    const keeper = createKeeper(storage, 'order-1')
    keeper.load()
    leave(storage, 'order-1', 'SDK_PAYMENT_CHALLENGE')
    return keeper
  }
  const calm = (storage: ReturnType<typeof memory>) => {
    const other = memory()
    leave(other, 'order-1', 'SDK_PAYMENT_FAIL')
    expect(storage.entries.size).toBe(1)
    return createKeeper(other, 'order-1').load() ?? null
  }

  test('is not overwritten by a tab that has no payment', () => {
    const storage = memory()
    const keeper = risky(storage)
    keeper.save(calm(storage))
    expect(comeBack(storage)).toBe('confirming')
  })

  test('is not removed by a tab that ends without one', () => {
    const storage = memory()
    const keeper = risky(storage)
    keeper.save(null)
    expect(comeBack(storage)).toBe('confirming')
  })

  test('is removed, once that payment is settled', () => {
    const storage = memory()
    const keeper = risky(storage)
    leave(storage, 'order-1', 'SDK_PAYMENT_FAIL')
    keeper.save(null)
    expect(comeBack(storage)).toBe('init')
  })

  test('is seen', () => {
    const storage = memory()
    expect(risky(storage).readClaim()).toBe('certain')
    leave(storage, 'order-2', 'SDK_SUBMIT_NETWORK_ERROR')
    expect(createKeeper(storage, 'order-2').readClaim()).toBe('attempt')
  })

  test('is none where the tab itself has written it, or read it, or where nothing can be read', () => {
    const storage = memory()
    leave(storage, 'order-1', 'SDK_PAYMENT_CHALLENGE')
    const keeper = createKeeper(storage, 'order-1')
    keeper.load()
    expect(keeper.readClaim()).toBe('none')
    const broken = {
      ...storage,
      getItem: (): never => {
        throw new Error('private mode')
      },
    }
    expect(createKeeper(broken, 'order-1').readClaim()).toBe('none')
  })
})
