import { assign, setup } from 'xstate'
import type { Outcome } from '../src/view/types.ts'
import { type AlarmInput, alarm } from './alarm.ts'
import * as actions from './checkout.actions.ts'
import { createContext } from './checkout.context.ts'
import * as guards from './checkout.guards.ts'
import type { CheckoutContext, CheckoutEvent, CheckoutInput } from './checkout.types.ts'
import { hear } from './echo.ts'
import { inquiryMachine } from './inquiry.machine.ts'
import type { InquiryInput } from './inquiry.types.ts'

const setUp = setup({
  types: {} as {
    context: CheckoutContext
    events: CheckoutEvent
    input: CheckoutInput | undefined
    output: Outcome
    tags: 'busy' | 'certain' | 'mountable' | 'submittable'
  },
  actors: { alarm, inquiry: inquiryMachine },
  guards: {
    wasLeftAs: guards.wasLeftAs,
    isFree: guards.isFree,
    mayMount: guards.mayMount,
    isCertainElsewhere: guards.isCertainElsewhere,
    isSettled: guards.isSettled,
    isAttemptOpen: guards.isAttemptOpen,
    mayTryAgain: guards.mayTryAgain,
    needsNewSession: guards.needsNewSession,
    canAsk: guards.canAsk,
    canAskInDoubt: guards.canAskInDoubt,
    successIsContradicted: guards.successIsContradicted,
    failureIsContradicted: guards.failureIsContradicted,
    isSameFailure: guards.isSameFailure,
    isForeignError: ({ event }) => 'channel' in event && event.channel === 'onError' && !isListed(event.type),
    isForeign: ({ event }) => !event.type.startsWith('xstate.'),
  },
  actions: {
    // Telling: the last word of every row, and of every state that a row leads to.
    tellNews: assign((scope) => actions.tell(scope, 'info')),
    tellSuccess: assign((scope) => actions.tell(scope, 'success')),
    tellWarning: assign((scope) => actions.tell(scope, 'warning')),
    tellError: assign((scope) => actions.tell(scope, 'error')),
    hear: assign(hear),
    noteAnomaly: assign(actions.noteAnomaly),
    noteLateAnswer: assign(actions.noteLateAnswer),
    refuse: assign(actions.refuse),
    refuseDuplicate: assign(actions.refuseDuplicate),
    // Noting and counting.
    noteContradiction: assign(actions.noteContradiction),
    noteUndecodable: assign(actions.noteUndecodable),
    noteUnrecognised: assign(actions.noteUnrecognised),
    countDuplicate: assign(actions.countDuplicate),
    countVerificationFailure: assign(actions.countVerificationFailure),
    countComponentError: assign(actions.countComponentError),
    // What is known of the money.
    beginAttempt: assign(actions.beginAttempt),
    suspectUnseenSubmit: assign(actions.suspectUnseenSubmit),
    suspectUnannouncedForm: assign(actions.suspectUnannouncedForm),
    suspectAttempt: assign(actions.suspectAttempt),
    settleForm: assign(actions.settleForm),
    settle: assign(actions.settle),
    decide: assign(actions.decide),
    learn: assign(actions.learn),
    requireNewSession: assign(actions.requireNewSession),
    creditSdk: assign(actions.creditSdk),
    creditServer: assign(actions.creditServer),
    hearClaim: assign(actions.hearClaim),
    inherit: assign(actions.inherit),
    // Causes and sessions.
    blame: assign(actions.blame),
    forgetCause: assign(actions.forgetCause),
    openComponent: assign(actions.openComponent),
    forgetSession: assign(actions.forgetSession),
    // Deadlines.
    startDeadline: assign(actions.startDeadline),
    startInquiry: assign(actions.startInquiry),
    concludeAs: assign(actions.concludeAs),
  },
})

const timeout = ({ context }: { context: CheckoutContext }): AlarmInput => ({
  at: context.deadline,
  event: { type: 'checkout.timeout' },
})
const sessionEnd = ({ context }: { context: CheckoutContext }): AlarmInput => ({
  at: context.sessionExpiresAt,
  event: { type: 'checkout.expired', code: 'session-expired' },
})
const question = ({ context }: { context: CheckoutContext }): InquiryInput => ({
  inquire: context.settings.inquire,
  limits: context.settings.inquiry,
  endsAt: context.deadline,
})

/**
 * The life of Antom's checkout component on a merchant's page. Event types are the SDK's codes; our own have a dot.
 * The third level of a live state's value is the state's name in docs/lifecycle.md.
 *
 * A transition's row says where a code leads; the state that it leads to tells it (`entry`). A row that leads nowhere
 * tells by itself. States repeat a row of their parent, without a target, where entering them anew would start their
 * deadline again.
 *
 * To add an event code: one line in `src/catalogue/event-codes.ts` and, if it moves the machine, one row here.
 *
 * @example
 * const actor = createActor(checkoutMachine, { input: { submitButton: 'merchant' } }).start()
 * actor.send({ type: 'SDK_END_OF_LOADING' })
 * toView(actor.getSnapshot()).state // 'form'
 */
export const checkoutMachine = setUp.createMachine({
  id: 'checkout',
  context: createContext,
  output: ({ context }) => context.outcome as Outcome,
  initial: 'live',
  states: {
    live: {
      initial: 'starting',

      on: {
        // Nothing about the payment, in any state.
        SDK_PAYMENT_WARN: { actions: 'tellWarning' },
        SDK_PAYMENT_SHIPPINGCHANGE: { actions: 'tellNews' },
        SDK_PAYMENT_CLICK_BACK_TO_MERCHANT: { actions: 'tellNews' },
        // Out of place wherever no state takes them.
        SDK_START_OF_LOADING: { actions: 'noteAnomaly' },
        SDK_END_OF_LOADING: { actions: 'noteAnomaly' },
        SDK_FORM_VERIFICATION_FAILED: { actions: 'noteAnomaly' },
        SDK_SUBMIT_NETWORK_ERROR: { actions: 'noteAnomaly' },
        SDK_PAYMENT_APPROVE: { actions: 'noteAnomaly' },
        SDK_DUPLICATE_SUBMISSION_BEHAVIOR: { actions: ['countDuplicate', 'tellWarning'] },
        'checkout.mount': { actions: 'refuse' },
        'checkout.submit': { actions: 'refuse' },
        'checkout.undecodable': { actions: 'noteUndecodable' },
        'answer.open': { actions: 'noteLateAnswer' },
        'answer.refused': { actions: 'noteLateAnswer' },
        'answer.late': { actions: 'noteLateAnswer' },
        // News of the payment moves every state; a flight handles them by itself, so as to remain the same flight.
        SDK_PAYMENT_CHALLENGE: '.flight.challenge',
        SDK_CALL_URL_SUCCESS: '.flight.redirecting',
        SDK_REDIRECT: '.flight.redirecting',
        SDK_PAYMENT_AUTHORIZATION_SUCCESSFUL: '.flight.confirming',
        SDK_PAYMENT_PROCESSING: '.flight.confirming',
        SDK_PAYMENT_PENDING: '.flight.confirming',
        SDK_PAYMENT_ERROR: '.flight.confirming',
        SDK_PAYMENT_SUCCESSFUL: [
          { guard: 'successIsContradicted', target: '.flight.confirming', actions: 'noteContradiction' },
          { target: '#succeeded', actions: 'creditSdk' },
        ],
        SDK_PAYMENT_FAIL: [
          { guard: 'failureIsContradicted', target: '.flight.confirming', actions: 'noteContradiction' },
          { guard: 'isSameFailure', actions: 'hear' },
          { target: '.resting.declined', actions: 'creditSdk' },
        ],
        SDK_PAYMENT_RETRY: '.preparing.form.ready',
        SDK_PAYMENT_CANCEL: { target: '.resting.dismissed', actions: ['settleForm', 'creditSdk'] },
        'server.succeeded': { target: '#succeeded', actions: 'creditServer' },
        'server.failed': { target: '.resting.declined', actions: 'creditServer' },
        'server.cancelled': { target: '.resting.dismissed', actions: ['settle', 'creditServer'] },
        // Other tabs of the browser, with the same payment.
        'tab.claim': { actions: 'hearClaim' },
        'tab.gone': [
          { guard: 'isFree', actions: 'noteAnomaly' },
          { guard: 'isCertainElsewhere', target: '.flight.confirming', actions: 'inherit' },
          { target: '.resting.dismissed', actions: 'inherit' },
        ],
        'tab.ended': { actions: 'tellNews' },
        '*': { guard: 'isForeign', actions: ['noteUnrecognised', 'hear'] },
      },

      states: {
        starting: {
          always: [
            { guard: { type: 'wasLeftAs', params: { state: 'confirming' } }, target: 'flight.confirming' },
            { guard: { type: 'wasLeftAs', params: { state: 'declined' } }, target: 'resting.declined' },
            { guard: { type: 'wasLeftAs', params: { state: 'dismissed' } }, target: 'resting.dismissed' },
            { guard: { type: 'wasLeftAs', params: { state: 'broken' } }, target: 'resting.broken' },
            { target: 'preparing.init' },
          ],
        },

        // Before a submission that we know of.
        preparing: {
          entry: 'forgetCause',
          initial: 'init',
          on: {
            SDK_START_OF_LOADING: '.loading',
            SDK_FORM_VERIFICATION_FAILED: '.form.invalid',
            SDK_SUBMIT_NETWORK_ERROR: { target: '.form.interrupted', actions: 'suspectAttempt' },
            SDK_PAYMENT_APPROVE: 'flight.submitting',
            SDK_INIT_PARAMETER_ERROR: 'resting.broken',
            SDK_CREATEPAYMENT_PARAMETER_ERROR: 'resting.broken',
            SDK_CREATECOMPONENT_ERROR: 'resting.broken',
            SDK_CREATE_COMPONENT_ERROR: 'resting.broken',
            SDK_INTERNAL_ERROR: 'resting.broken',
            SDK_CALL_URL_ERROR: [{ guard: 'isSettled', target: 'resting.broken' }, { target: 'flight.confirming' }],
            SDK_LAUNCH_PAYMENT_APP_ERROR: [
              { guard: 'isSettled', target: 'resting.broken' },
              { target: 'flight.confirming' },
            ],
            'checkout.dismiss': 'resting.dismissed',
            'checkout.expired': { target: 'resting.broken', actions: 'forgetSession' },
            'checkout.close': [{ guard: 'isSettled', target: '#cancelled' }, { target: '#unresolved' }],
            '*': { guard: 'isForeignError', target: 'resting.broken', actions: 'noteUnrecognised' },
          },
          states: {
            init: {
              tags: 'mountable',
              invoke: { src: 'alarm', input: sessionEnd },
              on: { 'checkout.mount': { guard: 'mayMount', target: 'loading' }, SDK_END_OF_LOADING: 'form.ready' },
            },
            loading: {
              tags: 'busy',
              entry: [
                'openComponent',
                'suspectUnannouncedForm',
                { type: 'startDeadline', params: { of: 'loading' } },
                'tellNews',
              ],
              invoke: [
                { src: 'alarm', input: timeout },
                { src: 'alarm', input: sessionEnd },
              ],
              on: {
                SDK_START_OF_LOADING: { actions: 'tellNews' },
                SDK_END_OF_LOADING: 'form.ready',
              },
              initial: 'brisk',
              states: {
                brisk: { on: { 'checkout.timeout': 'slow' } },
                slow: {
                  entry: 'tellWarning',
                  on: { 'checkout.close': [{ guard: 'isSettled', target: '#errored' }, { target: '#unresolved' }] },
                },
              },
            },
            form: {
              id: 'form',
              tags: 'submittable',
              entry: ['openComponent', 'suspectUnseenSubmit'],
              invoke: { src: 'alarm', input: sessionEnd },
              on: {
                'checkout.submit': { guard: 'isFree', target: '#flight.submitting' },
                // The SDK knows of a submission that we did not see.
                SDK_DUPLICATE_SUBMISSION_BEHAVIOR: '#flight.submitting',
                // The SDK also says this of a stray message, and goes on.
                SDK_INTERNAL_ERROR: { actions: 'tellWarning' },
                '*': { guard: 'isForeignError', actions: ['noteUnrecognised', 'tellWarning'] },
              },
              initial: 'ready',
              states: {
                ready: { entry: 'tellNews' },
                // Ready, after a network error: the same submit may be sent again.
                interrupted: { entry: 'tellWarning' },
                // Ready, and the SDK shows what is wrong with it.
                invalid: { entry: ['countVerificationFailure', 'tellWarning'] },
              },
            },
          },
        },

        // A submission is under way: one at a time, and no second submit passes.
        flight: {
          id: 'flight',
          tags: 'certain',
          entry: 'beginAttempt',
          initial: 'submitting',
          on: {
            'checkout.submit': { actions: 'refuseDuplicate' },
            SDK_PAYMENT_CHALLENGE: '.challenge',
            SDK_CALL_URL_SUCCESS: '.redirecting',
            SDK_REDIRECT: '.redirecting',
            SDK_PAYMENT_AUTHORIZATION_SUCCESSFUL: '.confirming',
            SDK_PAYMENT_PROCESSING: '.confirming',
            SDK_PAYMENT_PENDING: '.confirming',
            SDK_PAYMENT_ERROR: '.confirming',
            SDK_PAYMENT_SUCCESSFUL: {
              guard: 'successIsContradicted',
              target: '.confirming',
              actions: 'noteContradiction',
            },
            SDK_PAYMENT_FAIL: { guard: 'failureIsContradicted', target: '.confirming', actions: 'noteContradiction' },
            // Nobody has said what became of the attempt that this one follows.
            SDK_PAYMENT_RETRY: { target: 'preparing.form.ready', actions: 'suspectAttempt' },
            SDK_PAYMENT_CANCEL: '.confirming',
            SDK_CALL_URL_ERROR: '.confirming',
            SDK_LAUNCH_PAYMENT_APP_ERROR: '.confirming',
            SDK_INIT_PARAMETER_ERROR: '.confirming',
            SDK_CREATEPAYMENT_PARAMETER_ERROR: '.confirming',
            SDK_CREATECOMPONENT_ERROR: '.confirming',
            SDK_CREATE_COMPONENT_ERROR: '.confirming',
            SDK_INTERNAL_ERROR: '.confirming',
            SDK_PAYMENT_APPROVE: { actions: 'tellNews' },
            'answer.open': '.confirming',
            'checkout.dismiss': '.confirming',
            'checkout.timeout': '.confirming',
            'tab.gone': { target: '.confirming', actions: 'inherit' },
            'checkout.close': '#unresolved',
            '*': { guard: 'isForeignError', target: '.confirming', actions: 'noteUnrecognised' },
          },
          states: {
            submitting: {
              tags: 'busy',
              entry: [{ type: 'startDeadline', params: { of: 'submitting' } }, 'tellNews'],
              invoke: { src: 'alarm', input: timeout },
              on: {
                SDK_FORM_VERIFICATION_FAILED: '#form.invalid',
                SDK_SUBMIT_NETWORK_ERROR: { target: '#form.interrupted', actions: 'suspectAttempt' },
                'answer.refused': '#form.ready',
              },
            },
            challenge: {
              tags: 'busy',
              entry: [{ type: 'startDeadline', params: { of: 'challenge' } }, 'tellNews'],
              invoke: { src: 'alarm', input: timeout },
              on: { SDK_PAYMENT_CHALLENGE: { actions: 'tellNews' } },
            },
            redirecting: {
              tags: 'busy',
              entry: [{ type: 'startDeadline', params: { of: 'redirecting' } }, 'tellNews'],
              invoke: { src: 'alarm', input: timeout },
              on: {
                SDK_CALL_URL_SUCCESS: { actions: 'tellNews' },
                SDK_REDIRECT: { actions: 'tellNews' },
              },
            },
            confirming: {
              entry: 'tellWarning',
              on: {
                // What leads here finds the question asked already.
                SDK_PAYMENT_AUTHORIZATION_SUCCESSFUL: { actions: 'tellWarning' },
                SDK_PAYMENT_PROCESSING: { actions: 'tellWarning' },
                SDK_PAYMENT_PENDING: { actions: 'tellWarning' },
                SDK_PAYMENT_ERROR: { actions: 'tellWarning' },
                SDK_PAYMENT_SUCCESSFUL: {
                  guard: 'successIsContradicted',
                  actions: ['noteContradiction', 'tellWarning'],
                },
                SDK_PAYMENT_FAIL: { guard: 'failureIsContradicted', actions: ['noteContradiction', 'tellWarning'] },
                SDK_PAYMENT_CANCEL: { actions: 'tellWarning' },
                SDK_CALL_URL_ERROR: { actions: 'tellWarning' },
                SDK_LAUNCH_PAYMENT_APP_ERROR: { actions: 'tellWarning' },
                SDK_INIT_PARAMETER_ERROR: { actions: 'tellWarning' },
                SDK_CREATEPAYMENT_PARAMETER_ERROR: { actions: 'tellWarning' },
                SDK_CREATECOMPONENT_ERROR: { actions: 'tellWarning' },
                SDK_CREATE_COMPONENT_ERROR: { actions: 'tellWarning' },
                SDK_INTERNAL_ERROR: { actions: 'tellWarning' },
                'answer.open': { actions: 'tellWarning' },
                'checkout.dismiss': { actions: 'tellWarning' },
                'tab.gone': { actions: ['inherit', 'tellWarning'] },
                '*': { guard: 'isForeignError', actions: ['noteUnrecognised', 'tellWarning'] },
              },
              initial: 'deciding',
              states: {
                deciding: { always: [{ guard: 'canAsk', target: 'asking' }, { target: 'unanswered' }] },
                asking: {
                  tags: 'busy',
                  entry: 'startInquiry',
                  invoke: { src: 'inquiry', input: question },
                  on: { 'server.silent': { target: 'unanswered', actions: 'tellWarning' } },
                },
                unanswered: {},
              },
            },
          },
        },

        // A result that the SDK can still overturn. It becomes final when the merchant closes the checkout.
        resting: {
          id: 'resting',
          on: {
            SDK_START_OF_LOADING: 'preparing.loading',
            SDK_CALL_URL_ERROR: { actions: 'tellWarning' },
            SDK_LAUNCH_PAYMENT_APP_ERROR: { actions: 'tellWarning' },
            SDK_INIT_PARAMETER_ERROR: { actions: 'tellWarning' },
            SDK_CREATEPAYMENT_PARAMETER_ERROR: { actions: 'tellWarning' },
            SDK_CREATECOMPONENT_ERROR: { actions: 'tellWarning' },
            SDK_CREATE_COMPONENT_ERROR: { actions: 'tellWarning' },
            SDK_INTERNAL_ERROR: { actions: 'tellWarning' },
            'checkout.mount': { guard: 'mayMount', target: 'preparing.loading' },
            'checkout.dismiss': { actions: 'tellNews' },
            '*': { guard: 'isForeignError', actions: ['noteUnrecognised', 'tellWarning'] },
          },
          initial: 'dismissed',
          states: {
            declined: {
              tags: 'mountable',
              entry: ['settle', 'blame', 'decide', 'tellError'],
              on: {
                SDK_PAYMENT_FAIL: { guard: 'isSameFailure', actions: ['learn', 'hear'] },
                'checkout.submit': { guard: 'mayTryAgain', target: '#flight.submitting' },
                SDK_FORM_VERIFICATION_FAILED: '#form.invalid',
                SDK_SUBMIT_NETWORK_ERROR: { target: '#form.interrupted', actions: 'suspectAttempt' },
                'answer.late': { guard: 'needsNewSession', actions: ['requireNewSession', 'hear'] },
                'checkout.close': [{ guard: 'isSettled', target: '#failed' }, { target: '#unresolved' }],
              },
            },
            dismissed: {
              tags: 'mountable',
              entry: ['blame', 'tellNews'],
              on: {
                // Of an attempt, the SDK's cancel says nothing: the question goes on.
                SDK_PAYMENT_CANCEL: { guard: 'isAttemptOpen', actions: 'tellNews' },
                'checkout.close': [{ guard: 'isSettled', target: '#cancelled' }, { target: '#unresolved' }],
              },
              initial: 'deciding',
              states: {
                deciding: { always: [{ guard: 'canAskInDoubt', target: 'asking' }, { target: 'unanswered' }] },
                asking: {
                  tags: 'busy',
                  entry: 'startInquiry',
                  invoke: { src: 'inquiry', input: question },
                  on: { 'server.silent': { target: 'unanswered', actions: 'tellWarning' } },
                },
                unanswered: {},
              },
            },
            broken: {
              tags: 'mountable',
              entry: ['blame', 'countComponentError', 'tellError'],
              on: {
                // It is alive after all.
                SDK_END_OF_LOADING: '#form.ready',
                // The newer cause.
                SDK_INIT_PARAMETER_ERROR: { actions: ['blame', 'countComponentError', 'tellError'] },
                SDK_CREATEPAYMENT_PARAMETER_ERROR: { actions: ['blame', 'countComponentError', 'tellError'] },
                SDK_CREATECOMPONENT_ERROR: { actions: ['blame', 'countComponentError', 'tellError'] },
                SDK_CREATE_COMPONENT_ERROR: { actions: ['blame', 'countComponentError', 'tellError'] },
                'checkout.close': [{ guard: 'isSettled', target: '#errored' }, { target: '#unresolved' }],
              },
              initial: 'deciding',
              states: {
                deciding: { always: [{ guard: 'canAskInDoubt', target: 'asking' }, { target: 'unanswered' }] },
                asking: {
                  tags: 'busy',
                  entry: 'startInquiry',
                  invoke: { src: 'inquiry', input: question },
                  on: { 'server.silent': { target: 'unanswered', actions: 'tellWarning' } },
                },
                unanswered: {},
              },
            },
          },
        },
      },
    },

    // Nothing leads out of these: what comes later changes nothing.
    succeeded: {
      id: 'succeeded',
      type: 'final',
      tags: 'certain',
      entry: ['tellSuccess', { type: 'concludeAs', params: { status: 'succeeded' } }],
    },
    failed: { id: 'failed', type: 'final', entry: { type: 'concludeAs', params: { status: 'failed' } } },
    cancelled: { id: 'cancelled', type: 'final', entry: { type: 'concludeAs', params: { status: 'cancelled' } } },
    errored: { id: 'errored', type: 'final', entry: { type: 'concludeAs', params: { status: 'errored' } } },
    unresolved: {
      id: 'unresolved',
      type: 'final',
      tags: 'certain',
      entry: { type: 'concludeAs', params: { status: 'unresolved' } },
    },
  },
})

const listed: { types?: ReadonlySet<string> } = {}

/** Whether the statechart has a row for this event type. What has none is foreign, and changes nothing. */
export function isListed(type: string): boolean {
  listed.types ??= new Set(checkoutMachine.events)
  return listed.types.has(type)
}
