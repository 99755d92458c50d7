import { cardPaymentResultInfo } from '../../docs/stub/results.ts'

// A recorded trace is published: it names no machine but Antom's, no folder of ours, and no card but the stub's.

const antoms = ['alipay.com', 'antom.com']

const isAntoms = (address: string): boolean => {
  const { hostname } = new URL(address)
  return antoms.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
}

const cards = JSON.stringify(cardPaymentResultInfo)

/** What a recording of ours should not hold. */
export const privateDataIn = (text: string): readonly string[] => [
  ...(text.match(/https?:\/\/[^\s"'\\]+/g) ?? []).filter((address) => !isAntoms(address)),
  ...(text.match(/127\.0\.0\.1|localhost|\[::1\]/g) ?? []),
  // A path from the root of a disk: after a quote or a space, not within an address.
  ...(text.match(/(?<=["\s(])(?:\/(?:[\w.-]+\/)+[\w.-]+|[A-Z]:\\\\)/g) ?? []),
  ...(text.match(/"cardPaymentResultInfo":\{[^}]*\}/g) ?? []).filter((card) => !card.endsWith(`:${cards}`)),
]
