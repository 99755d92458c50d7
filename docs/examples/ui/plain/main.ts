import { whileAtCheckout } from '../router.ts'
import { showCheckoutPage } from './checkout-page.ts'

whileAtCheckout(showCheckoutPage)
