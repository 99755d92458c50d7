import { createPlay, type Play, type PlayOptions } from '../../docs/playground/component/play.ts'
import { createPlayClock, type PlayClock } from '../../docs/playground/component/play-clock.ts'
import type { Scenario } from '../../docs/playground/scenarios/types.ts'
import { createRecordedClock } from '../../src/replay/recorded-clock.ts'
import { memory, rest } from '../controller/helpers.ts'

// The playground without a page: its clock goes when a test says so.

/** Longer than anything waits in the playground by itself. */
const LONG_AFTER = 120_000

export interface Stage {
  readonly play: Play
  readonly clock: PlayClock
  /** The states that the checkout has passed through. */
  readonly passed: readonly string[]
  /** Lets everything happen that is going to, and looks each time. */
  toTheEnd(look?: () => void): Promise<void>
}

export const createStage = (options: Omit<PlayOptions, 'clock'>, passed: string[] = []): Stage => {
  const clock = createPlayClock(createRecordedClock())
  clock.hold()
  let hasLeft = false
  const onLeave = (): void => {
    hasLeft = true
  }
  const play = createPlay({ onLeave, ...options, clock })
  const notice = (): void => {
    const { state } = play.checkout.getSnapshot()
    if (passed.at(-1) !== state) passed.push(state)
  }
  notice()
  play.checkout.subscribe(notice)
  return {
    play,
    clock,
    passed,
    async toTheEnd(look = () => {}) {
      const end = clock.now() + LONG_AFTER
      play.begin()
      await rest()
      look()
      while (!hasLeft && !play.getState().truth.isOver && clock.now() < end && clock.toNext()) {
        await rest()
        look()
      }
    },
  }
}

/** The whole of it: where the browser leaves, it comes back. */
export const playThrough = async (
  scenario: Scenario,
  look: (play: Play, now: number) => void = () => {},
): Promise<{ readonly passed: readonly string[]; readonly play: Play }> => {
  const storage = memory()
  const kept = scenario.afterReturn ? { storage, id: 'played' } : {}
  const stage = createStage({ scenario, ...kept })
  await stage.toTheEnd(() => look(stage.play, stage.clock.now()))
  if (!scenario.afterReturn) return stage
  const back = createStage({ scenario, ...kept, isReturning: true }, [...stage.passed])
  await back.toTheEnd(() => look(back.play, back.clock.now()))
  return back
}
