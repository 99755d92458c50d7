/** A wallet on another origin: it asks, tells "Antom's server", and sends the buyer back to where the address says. */
export const walletPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Stub wallet</title>
<body>
<h1>Stub wallet</h1>
<p>This is not a payment. Nothing is charged.</p>
<button id="pay">Pay</button>
<button id="refuse">Refuse</button>
<button id="back">Go back without an answer</button>
<script>
  const address = new URLSearchParams(location.search)
  const goBack = () => { location.href = address.get('return') }
  const tell = async (paymentStatus) => {
    const body = JSON.stringify({ paymentRequestId: address.get('id'), paymentStatus })
    await fetch('/stub/outcome', { method: 'POST', body })
    goBack()
  }
  document.querySelector('#pay').onclick = () => tell('SUCCESS')
  document.querySelector('#refuse').onclick = () => tell('FAIL')
  document.querySelector('#back').onclick = goBack
</script>
</body>
</html>
`
