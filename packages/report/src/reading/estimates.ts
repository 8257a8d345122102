import { quoted, visible } from '../formatting/label.ts'
import type { Reading } from './reading.ts'
import { valuesOf } from './values.ts'

/** A number that was counted: so many successes in so many trials. */
export interface Estimate {
  /** `the success of o3`, or the name that the file gives it. */
  readonly what: string
  readonly successes: number
  readonly trials: number
  /** Standard error of the share, `√(p (1 - p)/n)`. */
  readonly error: number
}

/** The counts that the game rests on, in the order of the file. */
export function estimates(reading: Reading): readonly Estimate[] {
  const { instance } = reading
  const counted = instance.randoms.flatMap(({ name, distribution }) =>
    distribution.kind === 'counts' ? [{ name, distribution }] : [],
  )
  const numbers = valuesOf(
    instance,
    counted.flatMap(({ distribution }) => [distribution.successes, distribution.trials]),
  )
  return counted.flatMap(({ name }, index) => {
    const [successes, trials] = [numbers[2 * index] ?? null, numbers[2 * index + 1] ?? null]
    if (successes === null || trials === null || trials === 0) return []
    const share = successes / trials
    const error = Math.sqrt(Math.max(0, share * (1 - share)) / trials)
    return [{ what: inputName(reading, name), successes, trials, error }]
  })
}

/** An uncertain number by what it is: `the success of o3`, or the name that the file gives it. */
export function inputName(reading: Reading, random: string): string {
  const model = reading.instance.models.find(({ success: { expression } }) => {
    return expression.op === 'ref' && expression.name === random
  })
  return model === undefined ? quoted(visible(random)) : `the success of ${reading.modelNamed(model.name)}`
}
