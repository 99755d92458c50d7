export { createCheckout } from 'antom-checkout-machine'
