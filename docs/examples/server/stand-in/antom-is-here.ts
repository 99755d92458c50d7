import type { Plugin } from 'vite'

// The hosts that the SDK's own modules name. The addresses of Apple, Google and PayPal stay what they are.
const hosts = /https?:\/\/[\w.-]+\.(?:alipay|antom|alipayobjects|marmot-cloud)\.(?:com|net)/g

// One address it makes from pieces, in a minified module: a picture for the device's fingerprint. That one is not reached
// from here; the shop's content security policy keeps the page from asking for it.

/** Has the SDK find Antom at `origin`. Nothing else of the SDK is changed. */
export const antomIsHere = (origin: string): Plugin => ({
  name: 'antom-is-here',
  transform: (code, id) =>
    id.includes('/@alipay/ams-checkout/esm/') && !id.includes('.min.js') ? code.replaceAll(hosts, origin) : undefined,
})
