import { FOREIGN } from '../../boundary/decode-callback.ts'
import { policyOf } from '../../catalogue/payment-result-policy.ts'
import { allowCode } from '../../inspect/allowlist.ts'
import { UNLISTED } from '../../inspect/codes.ts'
import { happenings } from '../../replay/texts.ts'

// What the SDK's promises answer, by its constants and as it was recorded (1.47.2), beside the codes of its callbacks.
const answers = new Set([
  'SUCCESS',
  'FAIL',
  'PROCESSING',
  'PENDING',
  'CANCELLED',
  'REPEAT_REQ_REJECT',
  'INQUIRY_PAYMENT_SESSION_FAILED',
  'ERR_DATA_STRUCT_UNRECOGNIZED',
  'INITIALIZE_API_TIMEOUT',
  'INITIALIZE_WEB_TIMEOUT',
  'UI_STATE_ERROR',
  'PARAM_INVALID',
  'FORM_INVALID',
  'USER_CANCELED',
])

const commands = new Set(['mount', 'submit', 'unmount'])

/** The code of a step, as far as it may be shown: one of a closed list, or one that may pass anywhere. */
export const allowStepCode = (code: string): string =>
  answers.has(code) || commands.has(code) || policyOf(code) !== undefined || Object.hasOwn(happenings, code)
    ? code
    : allowCode(code)

/** The same of the name by which a step is described. Whatever is foreign has no description. */
export const allowHappening = (happening: string): string => {
  if (happening === FOREIGN) return UNLISTED
  return Object.hasOwn(happenings, happening) ? happening : allowCode(happening)
}

const LONGEST_NAME = 80

/** What a trace calls itself, on one line. */
export const allowTraceName = (name: string): string =>
  name
    .slice(0, 1_000)
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
