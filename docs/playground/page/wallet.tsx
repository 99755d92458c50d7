import { render } from 'preact'
import { lang, say } from './settings.ts'
import { texts } from './texts.ts'
import { tellWallet, type WalletAnswer } from './wallet-answer.ts'

// Another page, as far as the shop can tell: the checkout is left behind, and only what it has stored is there later.

const address = new URLSearchParams(location.search)
const id = address.get('returning') ?? ''

const goBack = (answer?: WalletAnswer): void => {
  if (answer) tellWallet(id, answer)
  location.assign(`./${location.search}`)
}

const Wallet = () => (
  <main class="wallet">
    <h1>{say(texts.wallet)}</h1>
    <p>{say(texts.walletAbout)}</p>
    <p class="price">$14.00</p>
    <button type="button" class="primary" onClick={() => goBack('SUCCESS')}>
      {say(texts.walletPays)}
    </button>
    <button type="button" onClick={() => goBack('FAIL')}>
      {say(texts.walletRefuses)}
    </button>
    <button type="button" onClick={() => goBack()}>
      {say(texts.walletLeaves)}
    </button>
  </main>
)

document.documentElement.lang = lang.value === 'zh' ? 'zh-CN' : 'en'
const place = document.querySelector('#wallet')
if (place) render(<Wallet />, place)
