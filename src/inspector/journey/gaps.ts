import { defaultTimeouts } from '../../../machines/checkout.context.ts'
import type { Text } from '../../catalogue/types.ts'
import { isSame } from './same.ts'
import type { Journey } from './types.ts'

/** What an export cannot bring about again, as nobody can know it, or as its format has no word for it. */
export type Gap = 'beginning' | 'button' | 'session' | 'timeouts' | 'silence' | 'form' | 'tabs' | 'unknown'

export const gapTexts: Readonly<Record<Gap, Text>> = {
  beginning: {
    en: 'The checkout was looked at, or is kept, from some later moment on. Here it begins anew.',
    zh: '这里的记录并非从结账开始时起，导出的内容会从头开始。',
  },
  button: {
    en: 'The trace does not show whose pay button it was: give the replay --submit-button as the header says.',
    zh: '回放无法从记录中看出支付按钮由谁渲染，请按首行的 submitButton 指定 --submit-button。',
  },
  session: {
    en: 'The payment session expired. A trace has no word for that.',
    zh: '支付会话曾到期，回放格式无法表示这一点。',
  },
  timeouts: {
    en: 'The checkout had time limits of its own. The times of the trace were moved, so that the usual limits pass where these did.',
    zh: '该结账使用了自定义时限。导出的时间已相应调整，使默认时限在相同的位置到期。',
  },
  silence: {
    en: 'The question to the server was given up. A trace leaves it open.',
    zh: '向服务端的查询已放弃，而回放中查询会一直进行。',
  },
  form: {
    en: 'The checkout had announcesForm: false. A replay knows no such setting.',
    zh: '该结账设置了 announcesForm: false，回放没有这一设置。',
  },
  tabs: {
    en: 'Other tabs of the browser had a part in it. They are left out.',
    zh: '浏览器的其他标签页参与其中，导出时已略去。',
  },
  unknown: {
    en: 'How something came about is not known. It is left out.',
    zh: '有些事件的来由未知，已略去。',
  },
}

/** Whether that makes a difference: the merchant's own button announces each submit. */
const isFormUnannounced = ({ first, submitButton }: Journey): boolean =>
  submitButton === 'sdk' && !first.context.settings.announcesForm

const beginsLater = ({ first: { path, context }, dropped }: Journey): boolean =>
  dropped > 0 || path !== 'live.preparing.init' || context.heard !== null || !context.facts.hasComponent

/** What the replay would take it for, if nobody said so. */
const isButtonMistaken = ({ moments, submitButton }: Journey): boolean => {
  const hasSubmit = moments.some(({ line }) => line?.via === 'command' && line.name === 'submit')
  return hasSubmit !== (submitButton === 'merchant')
}

const causes: Readonly<Record<string, Gap>> = {
  'checkout.expired': 'session',
  'server.silent': 'silence',
  'tab.claim': 'tabs',
  'tab.gone': 'tabs',
  'tab.ended': 'tabs',
}

const gapOf = ({ event, line }: Journey['moments'][number]): Gap | null => {
  if (!event || line || event.type === 'checkout.timeout') return null
  return causes[event.type] ?? 'unknown'
}

/** The gaps of any export, and of a recorded trace, in the order of their list. */
export const gapsOf = (journey: Journey, format: 'trace' | 'test'): readonly Gap[] => {
  const found = new Set<Gap | null>(journey.moments.map(gapOf))
  if (beginsLater(journey)) found.add('beginning')
  if (!isSame(journey.first.context.settings.timeouts, defaultTimeouts)) found.add('timeouts')
  if (isFormUnannounced(journey)) found.add('form')
  if (isButtonMistaken(journey)) found.add('button')
  const ofTraces: readonly Gap[] = ['button', 'session', 'timeouts', 'silence', 'form']
  return (Object.keys(gapTexts) as Gap[]).filter(
    (gap) => found.has(gap) && (format === 'trace' || !ofTraces.includes(gap)),
  )
}
