import { buildPaymentPage } from '../../stub/build-page.ts'
import { buildPages } from './build-pages.ts'
import type { Pace } from './stand-in/antom.ts'
import { type Servers, startServers } from './start-servers.ts'

/** The whole example: builds the pages, and starts the servers. */
export const startExample = async (pace?: Pace): Promise<Servers> => {
  const page = await buildPaymentPage()
  // The shop has a pay button of its own, so the form in the component has none.
  const paymentPage = page.replace('</style>', '#pay { display: none }\n</style>')
  return startServers({ paymentPage, build: buildPages }, pace)
}
