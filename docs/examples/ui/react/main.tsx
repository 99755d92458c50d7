import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { whileAtCheckout } from '../router.ts'
import { CheckoutPage } from './CheckoutPage.tsx'

whileAtCheckout((place, payment) => {
  const root = createRoot(place)
  root.render(
    <StrictMode>
      <CheckoutPage payment={payment} />
    </StrictMode>,
  )
  return () => root.unmount()
})
