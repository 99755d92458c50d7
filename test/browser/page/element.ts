import { AMSElement, ElementType } from '@alipay/ams-checkout'
import type { LoadingHook } from '../merchant.ts'
import type { Sdk, SdkOptions } from './sdk.ts'

/** What Payment Element needs beside what the other integrations do. */
export interface ElementSetup {
  /** Which of the SDK's two loading hooks the page gives. */
  readonly hooks: 'both' | 'end-only'
  /** The checkout's state. */
  state(): string
}

type Loading = Readonly<Record<'onStartLoading' | 'onEndLoading', () => void>>

/** `window.loadingHooks`: every call of a hook, oldest first. */
const called: LoadingHook[] = []

/** Constructs and mounts the element as docs/getting-started.md says. */
export const createElementSdk = (options: SdkOptions, { hooks, state }: ElementSetup): Sdk => {
  const { environment, locale, onEventCallback } = options
  Object.assign(window, { loadingHooks: called })
  const onStartLoading = (): void => void called.push({ hook: 'start', state: state() })
  const onEndLoading = (): void => {
    called.push({ hook: 'end', state: state() })
    // Where a mount fails, the SDK calls this first and says what failed after it.
    queueMicrotask(() => {
      if (state() === 'loading') onEventCallback({ code: 'SDK_END_OF_LOADING' })
    })
  }
  const loading = { onEndLoading, ...(hooks === 'both' && { onStartLoading }) } as Loading

  let element: AMSElement | undefined
  let isDestroyed = false
  return {
    mounting: 'mount',
    mount(sessionData = '') {
      // Destroyed is for good: the SDK wants another object then.
      if (!element || isDestroyed)
        element = new AMSElement({
          sessionData,
          environment: environment as 'sandbox',
          locale,
          onEventCallback,
          loading,
        })
      isDestroyed = false
      return element.mount({ type: ElementType.payment }, '#checkout')
    },
    submit: () => element?.submitPayment(),
    unmount() {
      element?.destroy()
      isDestroyed = true
    },
  }
}
