import { vi } from 'vitest'

/**
 * What a page has and Node has not: the browser's word on the connection and on who looks, and the events that tell of
 * it. `vi.unstubAllGlobals` takes it away.
 */
export const stubBrowser = () => {
  const target = new EventTarget()
  const navigator = { onLine: true }
  const document = { visibilityState: 'visible' }
  const listeners = new Set<string>()
  vi.stubGlobal('navigator', navigator)
  vi.stubGlobal('document', document)
  vi.stubGlobal('addEventListener', (...args: Parameters<EventTarget['addEventListener']>) => {
    const [type, , isCaptured] = args
    listeners.add(type)
    // As in older browsers, it does not bubble from the document.
    if (type !== 'visibilitychange' || isCaptured === true) target.addEventListener(...args)
  })
  vi.stubGlobal('removeEventListener', (...args: Parameters<EventTarget['removeEventListener']>) => {
    listeners.delete(args[0])
    target.removeEventListener(...args)
  })
  const happens = (type: string, details = {}): boolean => target.dispatchEvent(Object.assign(new Event(type), details))
  return {
    /** What the page is listening to. */
    listeners,
    goOffline() {
      navigator.onLine = false
      happens('offline')
    },
    goOnline() {
      navigator.onLine = true
      happens('online')
    },
    hide() {
      document.visibilityState = 'hidden'
      happens('visibilitychange')
    },
    show() {
      document.visibilityState = 'visible'
      happens('visibilitychange')
    },
    /** `persisted`: from the back/forward cache. */
    pageshow: (persisted: boolean) => happens('pageshow', { persisted }),
  }
}
