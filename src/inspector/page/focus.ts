/** Where the focus goes on, in this order: the first of them that can be seen has it. */
const homes = ['#timeline', '#dock', '.chart', '#main'] as const

const isGone = (element: Element): boolean =>
  !element.isConnected || element.matches(':disabled') || !element.checkVisibility()

const hasFocus = (element: Element): boolean => document.activeElement === element

const focus = (selector: string): boolean => {
  const element = document.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== null && hasFocus(element)
}

/**
 * What has the focus may go: a checkout that is closed, a button that has nothing more to do. Then a person at the
 * keyboard would begin at the top of the page again; so it goes on near to where it was.
 */
export const keepFocus = (): void => {
  let last: Element | null = null
  let wasAmongCheckouts = false
  addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null
    wasAmongCheckouts = last?.closest('.checkouts') != null
  })
  const find = (): void => {
    if (!last || !isGone(last) || !(hasFocus(document.body) || hasFocus(last))) return
    last = null
    const near = wasAmongCheckouts ? ['.checkouts [aria-current]', ...homes] : homes
    near.some(focus)
  }
  const attributeFilter = ['disabled', 'hidden', 'data-view']
  new MutationObserver(find).observe(document.body, { childList: true, subtree: true, attributeFilter })
}
