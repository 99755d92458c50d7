import { PauseIcon, PlayIcon, RestartIcon, StepIcon } from './icons.tsx'
import { isHeld, start, state, stepOn } from './playground.ts'
import { say, scenarioName, speed, speeds } from './settings.ts'
import { texts } from './texts.ts'

export const TimeControls = () => {
  const { played = 0, steps = 1 } = state.value ?? {}
  return (
    <section class="time" aria-label={say(texts.controls)}>
      <div class="time-buttons">
        <button
          type="button"
          class="time-button"
          id="hold"
          aria-label={say(isHeld.value ? texts.play : texts.pause)}
          title={say(isHeld.value ? texts.play : texts.pause)}
          onClick={() => {
            isHeld.value = !isHeld.value
          }}
        >
          {isHeld.value ? <PlayIcon /> : <PauseIcon />}
        </button>
        <button
          type="button"
          class="time-button"
          id="step"
          title={say(texts.step)}
          aria-label={say(texts.step)}
          onClick={stepOn}
        >
          <StepIcon />
        </button>
        <button
          type="button"
          class="time-button"
          id="restart"
          title={say(texts.restart)}
          aria-label={say(texts.restart)}
          onClick={() => start(scenarioName.value)}
        >
          <RestartIcon />
        </button>
        <fieldset class="speeds">
          <legend class="for-readers">{say(texts.speed)}</legend>
          {speeds.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="speed"
                value={each}
                checked={speed.value === each}
                onChange={() => {
                  speed.value = each
                }}
              />
              <span>{each}×</span>
            </label>
          ))}
        </fieldset>
      </div>
      <progress max={Math.max(steps, 1)} value={steps === 0 ? 1 : played} aria-label={say(texts.controls)} />
    </section>
  )
}
