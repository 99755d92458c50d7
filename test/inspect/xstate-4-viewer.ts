import type { XState4DevTools, XState4Service, XState4State } from '../../src/inspect/index.ts'

/** What a viewer was told: of which service, what, and which state or event. */
export type Told = readonly [sessionId: string, what: 'register' | 'event' | 'state' | 'stop', detail?: unknown]

const wordOf = ({ value }: XState4State): unknown => value

/** Looks at the services as `inspect` of `@xstate/inspect` does: it even puts itself in the place of their `send`. */
export const look = (devTools: XState4DevTools): readonly Told[] => {
  const told: Told[] = []
  devTools.onRegister((service: XState4Service) => {
    const { sessionId } = service
    told.push([sessionId, 'register', wordOf(service.state)])
    const send = service.send.bind(service)
    service.send = (event, payload) => {
      told.push([sessionId, 'event', (event as { readonly type?: string }).type])
      send(event, payload)
    }
    service.subscribe((state) => told.push([sessionId, 'state', wordOf(state)]))
    service.onStop(() => told.push([sessionId, 'stop']))
  })
  return told
}

/** The services that run now. */
export const servicesOf = (devTools: XState4DevTools): readonly XState4Service[] => {
  const services: Set<XState4Service> = devTools.services
  return [...services]
}

/** The only service that runs now. */
export const serviceOf = (devTools: XState4DevTools): XState4Service => {
  const [service, ...others] = servicesOf(devTools)
  if (!service || others.length > 0) throw new Error(`${others.length + (service ? 1 : 0)} services run`)
  return service
}
