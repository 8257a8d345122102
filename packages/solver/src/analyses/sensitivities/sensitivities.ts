import { exact, type Exact, type InputSensitivities, type Sensitivity } from '@plumbline/game'
import type { Dual } from '../../leader/interior/dual.ts'
import { analysis, answered, unanswered, type Subject } from '../analysis.ts'
import { movables } from '../inputs/movable.ts'
import { presentValues } from '../inputs/value-of.ts'
import { derive, type Derived } from './derive.ts'

/** Exact derivatives of every reported number along every number of the game. */
export const sensitivitiesAnalysis = analysis(
  'sensitivities',
  'How much does each result move when a number moves a little?',
  (subject) => {
    if (subject.population.game.users.length > subject.instance.users.length) {
      return unanswered('users stand for types of people, whose numbers are rounded')
    }
    if (subject.solved.route === null && subject.solved.bounds.method === 'enumeration') {
      return unanswered('each of several users picks a model of her own')
    }
    const all = movables(subject.instance)
    const values = presentValues(
      subject,
      all.map(({ name }) => name),
    )
    const inputs = all.map(({ name, what, dimension }): InputSensitivities => {
      const value = values.get(name)?.present.near ?? 0
      return { name, what, value, dimension, ...sensitivitiesTo(subject, name, value) }
    })
    return answered({ inputs })
  },
)

function sensitivitiesTo<N>(
  subject: Subject<N>,
  name: string,
  value: number,
): Pick<InputSensitivities, 'of' | 'reason'> {
  const here = derive(subject, name, 0)
  if (!here.ok) return { of: [], reason: here.reason }
  const sides = here.ties ? ([derive(subject, name, -1), derive(subject, name, 1)] as const) : null
  const [left, right] = sides ?? [here, here]
  const of = [...here.derived].flatMap(([quantity, at]): readonly Sensitivity[] => {
    if (at === null) return []
    const below = left.ok ? slopeOn(left.derived, quantity, at) : null
    const above = right.ok ? slopeOn(right.derived, quantity, at) : null
    return entry(quantity, at, below, above, value)
  })
  return { of }
}

/** The derivative on one side; null where the number jumps there, or has none. */
function slopeOn(derived: Derived, quantity: string, at: Dual<Exact>): Exact | null {
  const beside = derived.get(quantity) ?? null
  return beside !== null && exact.sign(exact.sub(beside.value, at.value)) === 0 ? beside.slope : null
}

function entry(
  quantity: string,
  at: Dual<Exact>,
  below: Exact | null,
  above: Exact | null,
  value: number,
): readonly Sensitivity[] {
  const number = (slope: Exact | null): number | null => (slope === null ? null : exact.toNumber(slope))
  if (below !== null && above !== null && exact.sign(exact.sub(below, above)) === 0) {
    if (exact.sign(below) === 0) return []
    const derivative = exact.toNumber(below)
    const size = exact.toNumber(at.value)
    return [
      {
        quantity,
        derivative,
        elasticity: size === 0 || value === 0 ? null : (derivative * value) / size,
        left: derivative,
        right: derivative,
      },
    ]
  }
  const [left, right] = [number(below), number(above)]
  return [{ quantity, derivative: null, elasticity: null, left, right }]
}
