import type { CheckoutEvent, Claim } from '../../machines/checkout.types.ts'
import type { CheckoutClock } from '../../machines/clock.ts'
import { createTabLock, type LockManager } from './lock.ts'
import { asEvent, type News, type Standing } from './standing.ts'
import { claims, FORMAT, isWord, type Word } from './word.ts'

/** What we need of the platform. Where it lacks one of them, a checkout works as in a single tab. */
interface Platform {
  readonly navigator?: { readonly locks?: LockManager }
  readonly BroadcastChannel?: new (name: string) => Channel
}

interface Channel {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  postMessage(message: Word): void
  close(): void
  /** In Node: it does not keep the process alive. */
  unref?(): void
}

// Milliseconds. What a tab has said before it left the lock is here by then.
const PATIENCE = 1_000

/** The same checkout in other tabs of the browser: of all of them, one at a time lets a payment pass. */
export interface Tabs {
  /**
   * Resolves when this tab may let a payment pass, or when the machine knows that another one has it. Never rejects.
   *
   * @returns to be called when the command has been given
   */
  enter(): Promise<() => void>
  /** Where this tab stands by now. */
  update(standing: Standing): void
}

export interface TabsOptions {
  /** Of the lock and of the channel. */
  readonly name: string
  readonly clock: CheckoutClock
  readonly standing: Standing
  /** Gives an event to the machine. */
  readonly post: (event: CheckoutEvent) => void
  /** What another tab has stored meanwhile. */
  readonly readLeft: () => Claim
}

/**
 * The tab whose payment may be in flight holds a lock, and tells the others what it knows. Who hears of it waits in line
 * for the lock: so it finds out that the other tab is gone, closed or crashed or at the wallet, without a word of what
 * became of the payment.
 */
export const createTabs = (options: TabsOptions): Tabs | undefined => {
  const { name, clock, post, readLeft } = options
  const { navigator, BroadcastChannel } = globalThis as unknown as Platform
  if (!navigator?.locks || !BroadcastChannel) return undefined
  const lock = createTabLock(navigator.locks, name)
  const channel = new BroadcastChannel(name)
  channel.unref?.()
  const me = `${Math.random()}`

  let { standing } = options
  /** What the tabs claim whose components are on their pages. `''`: one that has the lock, and was not heard yet. */
  const others = new Map<string, Claim>()
  let told: Claim = 'none'
  /** The claim is not of our own component: another tab has left it behind. */
  let isTakenOver = false
  /** What the machine is given comes from another tab, and is no news there. */
  let isRelaying = false
  let commands = 0
  let patience: unknown

  const isLive = (): boolean => standing.isLive && !isTakenOver
  const isOurs = (): boolean => standing.claim !== 'none' && isLive()
  const elsewhere = (): Claim => claims.find((claim) => [...others.values()].includes(claim)) ?? 'none'

  const say = (word: Partial<Word> = {}): void =>
    channel.postMessage({ format: FORMAT, from: me, claim: standing.claim, isLive: isLive(), ...word })

  const relay = (event: CheckoutEvent): void => {
    isRelaying = true
    post(event)
    isRelaying = false
  }
  const tellMachine = (claim = elsewhere()): void => {
    if (claim !== told) relay({ type: 'tab.claim', claim })
    told = claim
  }
  /** What another tab has left behind is ours to find out. */
  const takeOver = (claim: Claim): void => {
    others.clear()
    tellMachine(claim)
    told = 'none'
    isTakenOver = true
    relay({ type: 'tab.gone', channel: 'tab' })
  }

  const leaveIfFree = (): void => {
    if (elsewhere() === 'none') {
      clock.clearTimeout(patience)
      patience = undefined
    }
    if (patience === undefined && commands === 0 && !isOurs() && (lock.isHeld || elsewhere() === 'none')) lock.leave()
  }

  const watch = async (): Promise<void> => {
    if (!(await lock.waitInLine())) return
    others.delete('')
    if (elsewhere() !== 'none') {
      patience = clock.setTimeout(() => {
        patience = undefined
        takeOver(elsewhere())
        leaveIfFree()
      }, PATIENCE)
    }
    tellMachine()
    leaveIfFree()
  }

  const acquire = async (): Promise<void> => {
    if (lock.isHeld || elsewhere() !== 'none') return
    if (await lock.take()) {
      const left = readLeft()
      if (left !== 'none') takeOver(left)
    } else {
      others.set('', 'certain')
      tellMachine()
      void watch()
    }
  }

  const hearNews = (news: News): void => {
    const isForAll = news.type === 'tab.ended' || news.type.toLowerCase().includes('success')
    // Of our own attempt, only our own component and the server can say that it failed. Where there was none, there is
    // nothing to decline.
    if (!isForAll && (isOurs() || (standing.state === 'init' && news.type !== 'tab.gone'))) return
    if (news.type === 'tab.gone') takeOver('certain')
    else relay(asEvent(news))
  }

  channel.onmessage = ({ data }) => {
    if (!isWord(data) || (data.to ?? me) !== me || standing.isOver) return
    const { from, claim, news } = data
    if (data.isGreeting && standing.claim !== 'none') say({ to: from })
    if (data.isLive && claim !== 'none') {
      // We have the lock, and know better.
      if (isOurs()) return
      others.delete('')
      others.set(from, claim)
      tellMachine()
      void watch()
    } else {
      others.delete(from)
      tellMachine()
      leaveIfFree()
      // Its component is gone, too: all that it can do is what we can do as well.
      if (claim !== 'none' && standing.claim === 'none') takeOver(claim)
    }
    if (news) hearNews(news)
  }
  say({ isGreeting: true })

  return {
    async enter() {
      commands += 1
      await acquire()
      return () => {
        commands -= 1
        leaveIfFree()
      }
    },
    update(next) {
      const before = standing
      standing = next
      // What moves it from there is our own component's, or ends it.
      if (next.claim === 'none' || (next.state !== before.state && !isRelaying)) isTakenOver = false
      const news = next.news?.type === before.news?.type || isRelaying ? null : next.news
      if (next.claim !== before.claim || next.isLive !== before.isLive || news) say({ news })
      if (next.isOver) {
        channel.close()
        clock.clearTimeout(patience)
        // Nobody takes the lock before he has heard that it is paid.
        if (lock.isHeld && next.news?.type !== 'tab.ended') clock.setTimeout(lock.leave, PATIENCE)
        else lock.leave()
      } else if (isOurs() && elsewhere() === 'none') void lock.take().then(leaveIfFree)
      else leaveIfFree()
    },
  }
}
