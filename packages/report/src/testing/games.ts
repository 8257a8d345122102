import fc from 'fast-check'
import type { GameInstance, SolutionDocument } from '@plumbline/game'
import { solve } from '@plumbline/solver'
import { instanceOf, type Sample } from './instances.ts'

/** The document of a game that must have one. */
export function solved(instance: GameInstance): SolutionDocument {
  const result = solve(instance)
  if (!result.ok) throw new Error(`not solved: ${JSON.stringify(result.problems)}`)
  return result.document
}

/** The instance and the document of a test game. */
export function played(sample: Sample): readonly [GameInstance, SolutionDocument] {
  const instance = instanceOf(sample)
  return [instance, solved(instance)]
}

const hundredth = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((value) => String(value / 100))

const model = fc.record({ p: hundredth(1, 100), t: hundredth(0, 300), c: hundredth(0, 200) })
const usd = { cost: 'USD', time: 's', utility: 's' }

/** Two-model cascades in all orders, coarse enough that ties and zeros occur. */
export const cascades: fc.Arbitrary<Sample> = fc.record({
  models: fc.tuple(model, model),
  value: hundredth(0, 400),
  penalty: hundredth(0, 500),
  units: fc.constantFrom(usd, { cost: null, time: null, utility: null }),
  ties: fc.constantFrom('strong' as const, 'weak' as const),
})

/** Games of every form that the solver takes, throttling and limits included. */
export const games: fc.Arbitrary<Sample> = fc.oneof(
  cascades,
  fc.record({
    models: fc.array(model, { minLength: 1, maxLength: 4 }),
    value: hundredth(0, 400),
    penalty: hundredth(0, 500),
    form: fc.constantFrom('static' as const, 'choice' as const),
    units: fc.constantFrom(usd, { cost: null, time: null, utility: null }),
    ties: fc.constantFrom('strong' as const, 'weak' as const),
  }),
  fc.record({
    models: fc.tuple(model, model),
    value: hundredth(1, 400),
    penalty: hundredth(0, 500),
    throttle: hundredth(100, 500),
    units: fc.constant(usd),
  }),
)
