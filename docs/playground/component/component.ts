import type { CheckoutCallbacks } from '../../../src/index.ts'
import type { Line } from '../scenarios/types.ts'

// The simulated payment component. It has the real SDK's face (`mountComponent`, `submit`, the callbacks) and plays what a
// scenario has it say: nothing of it decides anything.

/** What the buyer sees of it. */
export type Drawn = 'nothing' | 'loading' | 'form' | 'marked' | 'sending' | 'bank' | 'wallet' | 'gone'

export interface Component {
  mountComponent(): Promise<unknown>
  submit(): Promise<unknown>
  /** Does what a line says that the SDK does. */
  play(line: Line): void
  /** How often each was called. */
  calls(): { readonly mount: number; readonly submit: number }
}

interface Pending {
  resolve(value: unknown): void
  reject(error: unknown): void
}

export const createComponent = (callbacks: CheckoutCallbacks): Component => {
  const calls: Record<'mount' | 'submit', Pending[]> = { mount: [], submit: [] }
  const call = (name: 'mount' | 'submit'): Promise<unknown> =>
    new Promise((resolve, reject) => {
      calls[name].push({ resolve, reject })
    })
  return {
    mountComponent: () => call('mount'),
    submit: () => call('submit'),
    calls: () => ({ mount: calls.mount.length, submit: calls.submit.length }),
    play(line) {
      if (line.via === 'promise') {
        const pending = calls[line.name][line.call - 1]
        if (line.settled === 'resolved') pending?.resolve(line.value)
        else pending?.reject(line.value)
      } else if ('args' in line) callbacks[line.via](...line.args)
    },
  }
}

export const codeOf = (line: Line): string | null => {
  const [first] = 'args' in line ? line.args : []
  const code = (first as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : null
}

const byCode: Readonly<Record<string, Drawn>> = {
  SDK_START_OF_LOADING: 'loading',
  SDK_END_OF_LOADING: 'form',
  SDK_FORM_VERIFICATION_FAILED: 'marked',
  SDK_PAYMENT_CHALLENGE: 'bank',
  SDK_CALL_URL_SUCCESS: 'wallet',
  SDK_REDIRECT: 'wallet',
  SDK_PAYMENT_FAIL: 'form',
  SDK_PAYMENT_RETRY: 'form',
  SDK_SUBMIT_NETWORK_ERROR: 'form',
  SDK_PAYMENT_CANCEL: 'gone',
  SDK_CREATECOMPONENT_ERROR: 'gone',
  SDK_CREATE_COMPONENT_ERROR: 'gone',
  SDK_INIT_PARAMETER_ERROR: 'gone',
  SDK_CREATEPAYMENT_PARAMETER_ERROR: 'gone',
}

/** What is seen of the component after this. */
export const drawnAfter = (drawn: Drawn, line: Line): Drawn => {
  switch (line.via) {
    case 'onClose':
      return 'gone'
    case 'buyer':
      return 'sending'
    case 'command':
      if (line.name === 'mount') return 'loading'
      return drawn === 'form' || drawn === 'marked' ? 'sending' : drawn
    default:
      return byCode[codeOf(line) ?? ''] ?? drawn
  }
}
