import { createApp } from 'vue'
import { whileAtCheckout } from '../router.ts'
import CheckoutPage from './CheckoutPage.vue'

whileAtCheckout((place, payment) => {
  const app = createApp(CheckoutPage, { payment })
  app.mount(place)
  return () => app.unmount()
})
