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

const platform = globalThis as unknown as Platform

const openChannel = (name: string): Channel | undefined => {
  try {
    const channel = platform.BroadcastChannel && new platform.BroadcastChannel(name)
    channel?.unref?.()
    return channel
  } catch {
    // Where the site's storage is blocked, so are its channels.
    return undefined
  }
}

// Milliseconds. What a tab has said before it left the lock is here by then.
const PATIENCE = 1_000

/** The same checkout in other tabs of the browser: of all of them, one at a time lets a payment pass. */
export interface Tabs {
  /** Gives a command while this tab alone may let a payment pass, or the machine knows that another one has it. */
  alone<T>(give: () => Promise<T>): Promise<T>
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
  const locks = platform.navigator?.locks
  const channel = openChannel(name)
  if (!locks || !channel) return undefined
  const lock = createTabLock(locks, name)
  const me = `${Math.random()}`

  let { standing } = options
  /** What the tabs claim whose components are on their pages. `''`: one that has the lock, and does not speak. */
  const others = new Map<string, Claim>()
  let told: Claim = 'none'
  let said = ''
  /** The claim is not of our own component: another tab has left it behind. */
  let isTakenOver = false
  /** What the machine is given comes from another tab, and is no news there. */
  let isRelaying = false
  let commands = 0
  /** It is over, and nobody takes the lock before he has heard how. */
  let isLingering = false
  let acquiring: Promise<void> | undefined
  /** Whoever had the lock has said that there is nothing, or how it ended. */
  let hasSpoken = false
  /** Ends the waiting for whoever has the lock, if that is time. */
  let lookAgain: () => void = () => {}
  let patience: unknown

  const isLive = (): boolean => standing.isLive && !isTakenOver
  const isOurs = (): boolean => standing.claim !== 'none' && isLive()
  const elsewhere = (): Claim => claims.find((claim) => [...others.values()].includes(claim)) ?? 'none'

  const say = (word: Partial<Word> = {}): void => {
    said = `${standing.claim} ${isLive()}`
    channel.postMessage({ format: FORMAT, from: me, claim: standing.claim, isLive: isLive(), ...word })
  }

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
    const isWaiting = !lock.isHeld && elsewhere() !== 'none'
    if (patience === undefined && commands === 0 && !isOurs() && !isWaiting && !isLingering) lock.leave()
  }

  const watch = async (): Promise<void> => {
    const isOurs = await lock.waitInLine()
    if (lock.isBroken) others.clear()
    if (!(isOurs || lock.isBroken) || standing.isOver) return
    others.delete('')
    if (elsewhere() !== 'none') {
      patience = clock.setTimeout(() => {
        patience = undefined
        takeOver(elsewhere())
        say()
        leaveIfFree()
      }, PATIENCE)
    }
    tellMachine()
    lookAgain()
    leaveIfFree()
  }

  /**
   * Whoever has the lock and was not heard yet is about to speak, or to leave it, with a word or without one. Of a
   * payment that succeeded there the word may come after the lock.
   */
  const waitForWord = async (): Promise<void> => {
    hasSpoken = false
    say({ isGreeting: true })
    void watch()
    let timer: unknown
    await new Promise<void>((resolve) => {
      lookAgain = () => {
        if (standing.isOver || lock.isBroken || elsewhere() !== 'none' || (lock.isHeld && hasSpoken)) resolve()
      }
      timer = clock.setTimeout(() => {
        if (!lock.isHeld) others.set('', 'certain')
        resolve()
      }, PATIENCE)
    })
    clock.clearTimeout(timer)
    tellMachine()
  }

  const acquire = async (): Promise<void> => {
    if (lock.isHeld || elsewhere() !== 'none') return
    if (!(await lock.take()) && !lock.isBroken) await waitForWord()
    const left = lock.isHeld ? readLeft() : 'none'
    if (left === 'none') return
    takeOver(left)
    say()
  }

  const hearNews = (news: News): void => {
    const isForAll = ['tab.ended', 'SDK_PAYMENT_SUCCESSFUL', 'server.succeeded'].includes(news.type)
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
    if (data.isLive && claim !== 'none' && !lock.isBroken) {
      // Who has the lock knows better.
      if (lock.isHeld && isOurs()) return
      others.delete('')
      others.set(from, claim)
      tellMachine()
      lookAgain()
      void watch()
    } else {
      others.delete(from)
      tellMachine()
      leaveIfFree()
      // Its component is gone, too: all that it can do is what we can do as well.
      if (claim !== 'none' && standing.claim === 'none' && !data.isLive) takeOver(claim)
    }
    if (news) hearNews(news)
    if (!data.isGreeting && claim === 'none') {
      hasSpoken = true
      lookAgain()
    }
  }
  say({ isGreeting: true })

  return {
    async alone(give) {
      commands += 1
      try {
        do {
          acquiring ??= acquire().finally(() => {
            acquiring = undefined
          })
          await acquiring
          // What was heard may be settled again by now.
        } while (!lock.isHeld && !lock.isBroken && elsewhere() === 'none' && !standing.isOver)
        return give()
      } finally {
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
      // What we have just heard is told by whoever said it. That it is settled, everybody may know from us.
      const isNew = said !== `${next.claim} ${isLive()}` && (!isRelaying || next.claim === 'none')
      if (isNew || news) say({ news })
      if (next.isOver) {
        channel.close()
        clock.clearTimeout(patience)
        patience = undefined
        lookAgain()
        isLingering = lock.isHeld && next.news?.type !== 'tab.ended'
        if (isLingering) clock.setTimeout(lock.leave, PATIENCE)
        else lock.leave()
      } else if (isOurs() && elsewhere() === 'none') void lock.take().then(leaveIfFree)
      else leaveIfFree()
    },
  }
}
