import { declined } from './declined.ts'
import { errors } from './errors.ts'
import { left } from './left.ts'
import { open } from './open.ts'
import type { Group, Scenario } from './types.ts'
import { well } from './well.ts'

export const scenarios = { ...well, ...declined, ...open, ...left, ...errors } as const

export type ScenarioName = keyof typeof scenarios

export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[]

export const isScenarioName = (name: unknown): name is ScenarioName =>
  typeof name === 'string' && Object.hasOwn(scenarios, name)

export const scenarioOf = (name: ScenarioName): Scenario => scenarios[name]

export const groups: readonly Group[] = ['well', 'declined', 'open', 'left', 'errors']
