import { currency, goods } from '../goods.ts'
import { element, find } from './elements.ts'
import { placeOrder } from './server.ts'

const price = new Intl.NumberFormat('en', { style: 'currency', currency })

find('#goods').append(
  ...goods.map((one, at) =>
    element('label', {}, [
      element('input', { type: 'radio', name: 'goods', value: one.id, checked: at === 0 }),
      element('span', { textContent: one.name }),
      element('span', { textContent: price.format(one.price / 100) }),
      element('small', { textContent: one.about }),
    ]),
  ),
)

const form = find<HTMLFormElement>('form')

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  try {
    const { id } = await placeOrder(String(new FormData(form).get('goods')))
    location.href = `/checkout?order=${id}`
  } catch {
    find('[role=status]').textContent = 'The shop does not answer. Please try again.'
  }
})
