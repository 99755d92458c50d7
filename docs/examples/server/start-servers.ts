import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import { listen } from '../listen.ts'
import { createAntom } from './antom.ts'
import { createShop } from './shop.ts'
import { API, type Pace, type StandIn, startAntom } from './stand-in/antom.ts'

export interface Servers {
  readonly shop: string
  readonly antom: StandIn
  readonly clientId: string
  stop(): Promise<void>
}

export interface Pages {
  /** The payment page's HTML. */
  readonly paymentPage: string
  build(antomOrigin: string): Promise<ReadonlyMap<string, string | Uint8Array>>
}

interface KeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export interface Keys {
  readonly ofMerchant: KeyPair
  readonly ofAntom: KeyPair
}

const createKeyPair = (): KeyPair => generateKeyPairSync('rsa', { modulusLength: 2048 })

/** In production the merchant's private key is a secret of the server's, and Antom's public key is in its dashboard. */
export const createKeys = (): Keys => ({ ofMerchant: createKeyPair(), ofAntom: createKeyPair() })

/** Antom's stand-in and the shop, each with an origin of its own. */
export const startServers = async (pages: Pages, pace: Pace = {}, keys = createKeys()): Promise<Servers> => {
  const { ofMerchant, ofAntom } = keys
  const clientId = 'SANDBOX_STUB_MERCHANT'

  const antom = await startAntom({
    ...pace,
    clientId,
    privateKey: ofAntom.privateKey,
    publicKey: ofMerchant.publicKey,
    paymentPage: pages.paymentPage,
  })
  const built = await pages.build(antom.origin)
  const server = createServer()
  const { origin, stop } = await listen(server)
  server.on(
    'request',
    createShop({
      origin,
      antom: createAntom({
        origin: antom.origin,
        path: API,
        clientId,
        privateKey: ofMerchant.privateKey,
        publicKey: ofAntom.publicKey,
      }),
      clientId,
      antomKey: ofAntom.publicKey,
      sdkHosts: [antom.origin],
      pages: built,
    }),
  )

  return {
    shop: origin,
    antom,
    clientId,
    async stop() {
      await Promise.all([stop(), antom.stop()])
    },
  }
}
