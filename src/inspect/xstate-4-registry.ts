import { callEach, type OnError } from './xstate-4-service.ts'
import type { XState4DevTools } from './xstate-4-types.ts'

type Registered = Parameters<XState4DevTools['register']>[0]

/** The services that run now, and who wants to hear of new ones: what `createDevTools` of `@xstate/inspect` makes. */
export const createRegistry = (onError: OnError): XState4DevTools => {
  const services = new Set<Registered>()
  const listeners = new Set<(service: Registered) => void>()
  const unregister = (service: Registered): void => void services.delete(service)
  return {
    services: services as Set<never>,
    register(service) {
      services.add(service)
      callEach(listeners, service, onError)
      service.onStop(() => unregister(service))
    },
    unregister,
    onRegister(listener) {
      const listen = listener as (service: Registered) => void
      listeners.add(listen)
      for (const service of services) listen(service)
      return { unsubscribe: () => void listeners.delete(listen) }
    },
  }
}
