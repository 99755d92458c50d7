export * from 'antom-checkout-machine'
