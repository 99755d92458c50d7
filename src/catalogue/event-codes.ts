import type { EventCodeEntry } from './types.ts'

/**
 * Every event code of the SDK: what has happened and what to do about it.
 *
 * Meaning, advice, `kind` and `callbacks` of the codes marked `reference` are those of Antom's callback reference, so
 * `SDK_CALL_URL_ERROR` is a status there and here. The codes marked `sdk` are declared by `@alipay/ams-checkout`
 * 1.47.2, and what its code does with them is told too; those marked only `practice` were met in real integrations.
 * Where the reference or its samples would let a buyer pay twice ("retry" while the outcome is open), the advice is to
 * ask the server instead.
 */
export const eventCodes = {
  SDK_START_OF_LOADING: {
    kind: 'status',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The component is being created and its loading animation starts.',
      zh: '组件开始创建，加载动画开始显示。',
    },
    advice: {
      en: 'If you hid the SDK’s animation to use your own, show yours now. Otherwise do nothing.',
      zh: '如果您隐藏了 SDK 的动画、改用自己的加载动画，请在此时显示；否则无需处理。',
    },
  },
  SDK_END_OF_LOADING: {
    kind: 'status',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The component has finished loading and the buyer can fill in the form. Nothing has been paid.',
      zh: '组件加载结束，买家可以填写表单。此时尚未发生任何支付。',
    },
    advice: {
      en: 'If you show a loading animation of your own, hide it now. Do not take this for a paid order.',
      zh: '如果您使用自己的加载动画，请在此时隐藏。切勿把它当作支付成功。',
    },
  },
  SDK_CALL_URL_ERROR: {
    kind: 'status',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'A redirect failed: to the merchant’s page, or to the 3-D Secure page, or because paymentRedirectUrl was missing or wrong when the payment session was created. The SDK now prefers SDK_LAUNCH_PAYMENT_APP_ERROR.',
      zh: '跳转失败：未能跳转到商户页面，或未能跳转到 3D 验证页面，或创建支付会话时没有传 paymentRedirectUrl、传错了该参数。新版 SDK 已改用 SDK_LAUNCH_PAYMENT_APP_ERROR。',
    },
    advice: {
      en: 'If a payment may have been submitted, ask your server for its outcome first. On web and WAP check the redirect URL (it is seldom the SDK’s fault); if it happens often inside an app, contact Antom support.',
      zh: '如果可能已经提交过支付，请先让服务端查询结果。Web 或 WAP 场景下跳转本身很少出错，请核对跳转链接；在 App 场景中若频繁出现，请联系 Antom 技术支持。',
    },
  },
  SDK_CALL_URL_SUCCESS: {
    kind: 'status',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The target page was opened: the merchant’s page or, in the SDK’s own words, the wallet app or cashier.',
      zh: '目标页面已成功打开：可能是商户页面，按 SDK 自身的说明也可能是钱包应用或收银台。',
    },
    advice: {
      en: 'Nothing to do: the buyer is leaving the page. It does not say that the payment succeeded, so ask your server when the buyer returns.',
      zh: '无需处理，买家正在离开当前页面。它不代表支付成功，买家返回后请让服务端查询结果。',
    },
  },
  SDK_DUPLICATE_SUBMISSION_BEHAVIOR: {
    kind: 'status',
    sources: ['reference'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The form was submitted again while a submission is already under way. The first one goes on.',
      zh: '已有一次提交正在处理，表单又被重复提交。第一次提交照常进行。',
    },
    advice: {
      en: 'Tell the buyer that the payment is being handled and that there is no need to click again. Keep the component mounted.',
      zh: '提示买家支付正在处理，不必再次点击。请保留组件，不要卸载。',
    },
  },
  SDK_FORM_VERIFICATION_FAILED: {
    kind: 'status',
    sources: ['reference'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The submitted form did not pass its checks. The SDK marks the wrong fields in the form.',
      zh: '提交的表单未通过校验，SDK 会在填写页面上标出对应的错误。',
    },
    advice: {
      en: 'Let the buyer correct the form and submit again; enable your own pay button if you have one.',
      zh: '让买家修改后重新提交；如果使用自己的支付按钮，请重新启用。',
    },
  },
  SDK_PAYMENT_AUTHORIZATION_SUCCESSFUL: {
    kind: 'status',
    sources: ['reference'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The buyer has gone through the payment flow. This is not yet the payment’s result.',
      zh: '买家已走完支付流程，但这还不是支付结果。',
    },
    advice: {
      en: 'If you turned off the redirect after payment, keep listening for the payment’s result code; otherwise go on to your result page. Either way let your server confirm the outcome.',
      zh: '如果配置了支付后不跳转，请继续监听后续的支付结果代码；否则可忽略它，直接进入支付结果页。两种情况都应由服务端确认结果。',
    },
  },
  SDK_PAYMENT_CHALLENGE: {
    kind: 'status',
    sources: ['reference'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The issuer wants to verify the buyer (3-D Secure). The SDK opens the verification page by itself.',
      zh: '发卡行需要与买家进一步验证（3D 验证）。SDK 会自动打开验证页面。',
    },
    advice: {
      en: 'Do nothing, and never unmount or replace the component now: that would cut off a payment under way.',
      zh: '无需处理，此时切勿卸载或重建组件，否则会打断正在进行的支付。',
    },
  },
  SDK_INTERNAL_ERROR: {
    kind: 'error',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback', 'onError'],
    meaning: {
      en: 'Something failed inside the SDK. While loading, the component did not come up (AMSEasyPay reports its load time-out this way); later it may only be a stray message, and the payment goes on.',
      zh: 'SDK 内部出错。加载阶段表示组件未能就绪（AMSEasyPay 的加载超时也用此代码）；在此之后可能只是一条无关消息，支付仍会继续。',
    },
    advice: {
      en: 'While loading, mount once more; if it happens again, contact Antom support. Once a payment may have been submitted, ask your server and do not offer to pay again.',
      zh: '加载阶段可重新挂载一次，再次出现请联系 Antom 技术支持。如果可能已经提交过支付，请让服务端查询结果，不要引导重新支付。',
    },
  },
  SDK_CREATEPAYMENT_PARAMETER_ERROR: {
    kind: 'error',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback', 'onError'],
    meaning: {
      en: 'The arguments given to mountComponent are wrong, such as missing session data.',
      zh: '传给 mountComponent 的参数有误，例如缺少会话数据。',
    },
    advice: {
      en: 'Check the arguments, correct them and create the component anew. After a submission, ask your server first.',
      zh: '核对并修正参数，然后重新创建组件。如果已经提交过支付，请先让服务端查询结果。',
    },
  },
  SDK_INIT_PARAMETER_ERROR: {
    kind: 'error',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback', 'onError'],
    meaning: {
      en: 'The arguments given to AMSCashierPayment are wrong. Not every mistake is told: an unknown environment is taken for production with no more than a console warning.',
      zh: '传给 AMSCashierPayment 的参数有误。并非所有错误都会返回：未知的 environment 会被当作生产环境，只在控制台给出警告。',
    },
    advice: {
      en: 'Check the arguments, correct them and construct the SDK anew. After a submission, ask your server first.',
      zh: '核对并修正参数，然后重新实例化 SDK。如果已经提交过支付，请先让服务端查询结果。',
    },
  },
  SDK_CREATECOMPONENT_ERROR: {
    kind: 'error',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback', 'onError'],
    meaning: {
      en: 'The component could not be created: it took too long to load, a request failed, or another component is still mounted. It can even arrive after the payment has succeeded.',
      zh: '组件创建失败：加载超时、请求失败，或已有另一个组件尚未卸载。它甚至可能在支付成功之后才到达。',
    },
    advice: {
      en: 'If nothing can have been submitted, mount once more, one component at a time; if it happens again, contact Antom support. If something may have been, ask your server; after a success ignore it.',
      zh: '如果不可能提交过支付，可重新挂载一次（同时只能有一个组件），再次出现请联系 Antom 技术支持。如果可能已提交，请让服务端查询结果；支付成功之后到达的可以忽略。',
    },
  },
  SDK_SUBMIT_NETWORK_ERROR: {
    kind: 'error',
    sources: ['reference'],
    callbacks: ['onEventCallback', 'onError'],
    meaning: {
      en: 'A request failed because of the network, typically while submitting. It may have reached Antom all the same.',
      zh: '接口调用因网络原因失败，通常发生在 submit 提交时。请求仍有可能已经到达 Antom。',
    },
    advice: {
      en: 'Let the buyer submit again in the same component and session. Do not start another session before your server knows what became of the first submission.',
      zh: '让买家在同一组件、同一会话中再次提交。在服务端确认前一次提交的结果之前，不要另建新的会话。',
    },
  },
  SDK_CREATE_COMPONENT_ERROR: {
    kind: 'error',
    sources: ['sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'Payment Element (AMSElement) could not be created: session data is missing, the place to mount it is wrong or taken, or its start failed.',
      zh: 'Payment Element（AMSElement）创建失败：缺少会话数据、挂载位置有误或已被占用，或初始化出错。',
    },
    advice: {
      en: 'If nothing can have been submitted, check the session data and the selector and mount once more; if it happens again, contact Antom support. If something may have been, ask your server.',
      zh: '如果不可能提交过支付，请检查会话数据和选择器后重新挂载，再次出现请联系 Antom 技术支持。如果可能已提交，请让服务端查询结果。',
    },
  },
  SDK_LAUNCH_PAYMENT_APP_ERROR: {
    kind: 'error',
    sources: ['sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The wallet app or cashier could not be opened. The SDK may try another URL by itself and then send SDK_CALL_URL_SUCCESS. For Payment Element it is also the load time-out.',
      zh: '未能打开钱包应用或收银台。SDK 可能自动换用其他链接，随后返回 SDK_CALL_URL_SUCCESS。Payment Element 加载超时也用此代码。',
    },
    advice: {
      en: 'Keep the component. If a payment may have been submitted, ask your server; otherwise check the redirect URLs and, if it happens often, contact Antom support.',
      zh: '请保留组件。如果可能已经提交过支付，请让服务端查询结果；否则请检查跳转链接，频繁出现时联系 Antom 技术支持。',
    },
  },
  SDK_REDIRECT: {
    kind: 'status',
    sources: ['sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'AMSEasyPay with isNativeAppWebview: the SDK does not open the authorisation page itself but hands its addresses over in result.redirectUrls.',
      zh: 'AMSEasyPay 在 isNativeAppWebview 模式下不会自行打开授权页，而是通过 result.redirectUrls 把跳转地址交给商户。',
    },
    advice: {
      en: 'Have your native app open applinkUrl, schemeUrl or normalUrl, and ask your server for the outcome when the buyer returns.',
      zh: '由您的原生应用打开 applinkUrl、schemeUrl 或 normalUrl；买家返回后请让服务端查询结果。',
    },
  },
  SDK_PAYMENT_SUCCESSFUL: {
    kind: 'result',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The payment succeeded. On a first payment the buyer has to dismiss the SDK by hand; when paying with a card token it closes by itself.',
      zh: '支付成功。首次支付时需要买家手动关闭 SDK；使用银行卡令牌支付时 SDK 会自行关闭。',
    },
    advice: {
      en: 'Go on to your payment result page. Ship goods only on your server’s word, and ask it if paymentStatus or paymentResultCode says otherwise.',
      zh: '建议进入支付结果页。发货只能以服务端的结果为准；如果 paymentStatus 或 paymentResultCode 与成功不符，请让服务端查询。',
    },
  },
  SDK_PAYMENT_PROCESSING: {
    kind: 'result',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The payment is still being processed: its outcome is open. With Apple Pay also: the buyer closed the sheet after authorising.',
      zh: '支付仍在处理中，结果未定。使用 Apple Pay 时，买家授权后关闭了支付面板也会返回此代码。',
    },
    advice: {
      en: 'Have your server inquire about the payment or wait for the result notification. Do not offer to pay again.',
      zh: '让服务端查询支付状态，或等待支付结果通知。不要引导买家重新支付。',
    },
  },
  SDK_PAYMENT_PENDING: {
    kind: 'result',
    sources: ['practice'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The payment is waiting for something, such as the buyer or the bank: its outcome is open.',
      zh: '支付正在等待后续处理（例如买家或银行的操作），结果未定。',
    },
    advice: {
      en: 'Have your server inquire about the payment or wait for the result notification. Do not offer to pay again.',
      zh: '让服务端查询支付状态，或等待支付结果通知。不要引导买家重新支付。',
    },
  },
  SDK_PAYMENT_FAIL: {
    kind: 'result',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The payment failed; paymentResultCode in the result tells why.',
      zh: '支付失败，原因见返回结果中的 paymentResultCode。',
    },
    advice: {
      en: 'Follow the advice of that paymentResultCode: it decides whether the buyer may try again, and in which session. If paymentStatus or the code leaves the outcome open, ask your server first.',
      zh: '按该 paymentResultCode 的建议处理：能否重新支付、用哪个会话都由它决定。如果 paymentStatus 或该代码表明结果未定，请先让服务端查询。',
    },
  },
  SDK_PAYMENT_ERROR: {
    kind: 'result',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The payment’s status is abnormal: its outcome is open, it did not necessarily fail.',
      zh: '支付状态异常：结果未定，并不等于支付失败。',
    },
    advice: {
      en: 'Have your server inquire about the payment or wait for the result notification. Do not offer to pay again.',
      zh: '让服务端查询支付状态，或等待支付结果通知。不要引导买家重新支付。',
    },
  },
  SDK_PAYMENT_CANCEL: {
    kind: 'result',
    sources: ['reference', 'sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The buyer closed the payment window, as a rule without having clicked pay.',
      zh: '买家关闭了支付窗口，通常并未点击支付。',
    },
    advice: {
      en: 'If nothing was submitted, mount again with the same session data, or with new data if it has expired. If a submission was seen or its request was lost, ask your server before anybody pays again.',
      zh: '如果没有提交过支付，可用同一会话数据重新打开；会话已过期则重新获取。如果提交过，或提交请求因网络中断，请先让服务端查询结果，再决定是否重新支付。',
    },
  },
  SDK_PAYMENT_RETRY: {
    kind: 'status',
    sources: ['practice'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The SDK asks the buyer to try again in the open form. It does not say what became of the earlier attempt.',
      zh: 'SDK 让买家在当前表单中重试，但没有说明前一次支付的结果。',
    },
    advice: {
      en: 'Keep the component and let the buyer go on there. Do not start another session before your server knows about the earlier attempt.',
      zh: '保留组件，让买家在其中继续操作。在服务端确认前一次支付的结果之前，不要另建新的会话。',
    },
  },
  SDK_PAYMENT_APPROVE: {
    kind: 'status',
    sources: ['sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'PayPal: the buyer approved the order; the details are in result.onApproveData. The payment has not succeeded yet.',
      zh: 'PayPal：买家已同意订单，详情见 result.onApproveData。此时支付尚未成功。',
    },
    advice: {
      en: 'Wait for the outcome: have your server inquire about the payment or wait for the result notification. Do not offer to pay again.',
      zh: '等待结果：让服务端查询支付状态，或等待支付结果通知。不要引导买家重新支付。',
    },
  },
  SDK_PAYMENT_WARN: {
    kind: 'status',
    sources: ['sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'PayPal: the buyer’s account is already saved, so your server could pay without the SDK. Nothing failed.',
      zh: 'PayPal：买家已绑定账户，服务端无需 SDK 即可直接发起支付。这不是错误。',
    },
    advice: {
      en: 'Nothing to do for this payment. For later ones, consider calling Antom from your server directly.',
      zh: '本次支付无需处理。以后可考虑由服务端直接调用 Antom 接口。',
    },
  },
  SDK_PAYMENT_SHIPPINGCHANGE: {
    kind: 'status',
    sources: ['sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'PayPal: the buyer changed the shipping address or option; the choice is in result.data.',
      zh: 'PayPal：买家更改了收货地址或配送方式，内容见 result.data。',
    },
    advice: {
      en: 'Update the shipping cost that you show, if you need to. The payment is not affected.',
      zh: '如有需要，请更新所显示的运费。支付不受影响。',
    },
  },
  SDK_PAYMENT_CLICK_BACK_TO_MERCHANT: {
    kind: 'status',
    sources: ['sdk'],
    callbacks: ['onEventCallback'],
    meaning: {
      en: 'The buyer clicked “back to merchant” on the embedded checkout page (AMSCheckoutPage). It says nothing about the payment.',
      zh: '买家在嵌入的收银页（AMSCheckoutPage）上点击了“返回商户”。它不代表任何支付结果。',
    },
    advice: {
      en: 'Take the buyer back to your page and show what is known about the payment; if a payment may have been submitted, ask your server.',
      zh: '带买家回到您的页面，并显示目前已知的支付状态；如果可能已经提交过支付，请让服务端查询结果。',
    },
  },
} as const satisfies Record<string, EventCodeEntry>

/** An event code that the catalogue knows, from Antom's reference, the SDK 1.47.2 or practice: see {@link eventCodes}. */
export type EventCode = keyof typeof eventCodes
