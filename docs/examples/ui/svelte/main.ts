import { mount, unmount } from 'svelte'
import { whileAtCheckout } from '../router.ts'
import CheckoutPage from './CheckoutPage.svelte'

whileAtCheckout((place, payment) => {
  const page = mount(CheckoutPage, { target: place, props: { payment } })
  return () => void unmount(page)
})
