import type { Answer } from '../scenarios.ts'

// What the buyer sees: a form that takes nothing, questions, and a last word. Every field is filled in and read-only,
// so that nobody types a card of their own.

const screen = (): HTMLElement => {
  const found = document.querySelector('main')
  if (!found) throw new Error('the payment page has no <main>')
  return found
}

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties)

const button = (id: string, textContent: string, onclick: () => void): HTMLButtonElement =>
  element('button', { id, type: 'button', textContent, onclick })

const field = (label: string, value: string): HTMLLabelElement => {
  const whole = element('label', { textContent: `${label} ` })
  whole.append(element('input', { value, readOnly: true }))
  return whole
}

export const showForm = (about: string, onPay: () => void): void =>
  screen().replaceChildren(
    element('p', { textContent: about }),
    field('Card number', '0000 0000 0000 0000'),
    field('Expires', '01/40'),
    field('Security code', '000'),
    button('pay', 'Pay', onPay),
  )

export const showQuestion = (question: string, yes: Answer, no: Answer, onAnswer: (answer: Answer) => void): void =>
  screen().replaceChildren(
    element('p', { textContent: question }),
    button('yes', yes.label, () => onAnswer(yes)),
    button('no', no.label, () => onAnswer(no)),
  )

export const showText = (text: string): void => screen().replaceChildren(element('p', { textContent: text }))
