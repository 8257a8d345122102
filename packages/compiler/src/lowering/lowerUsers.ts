import type { Quantity, User } from '@plumbline/game'
import { missingField } from '../diagnostics/structure.ts'
import { describeDimension, exampleOf } from '../dimensions/describeDimension.ts'
import { isPlain, overDimension, plain, sameDimension } from '../dimensions/dimension.ts'
import type { Compilation } from '../expressions/site.ts'
import { headOf, labelsOf } from '../reporting/originOf.ts'
import { standIn } from './elaborateFields.ts'
import { defaultOf, type Filled } from './lowerModels.ts'
import { lowerWord, originOfField } from './lowerWord.ts'
import { reportMissing } from './reportMissing.ts'
import type { GameDimensions } from './settleDimensions.ts'

/**
 * Makes the users of the instance. Reports missing fields, a patience that is left out where value and latency do
 * not share a unit, and weights that only some users have.
 *
 * @param doubtful - some latency or value is in a wrong unit, so that nothing is said of a patience left out
 */
export function lowerUsers(
  compilation: Compilation,
  filled: readonly Filled[],
  dimensions: GameDimensions,
  doubtful: boolean,
): readonly User[] {
  checkWeights(compilation, filled)
  return filled.map((user) => lowerUser(compilation, user, dimensions, doubtful))
}

function lowerUser(
  compilation: Compilation,
  user: Filled,
  dimensions: GameDimensions,
  doubtful: boolean,
): User {
  const { bound, quantities } = user
  const { declared } = bound
  const { kind } = declared
  const missing = kind.fields.filter((field) => field.required && !bound.excused.has(field.name))
  reportMissing(compilation, declared, missing)
  const words = new Map(
    kind.fields
      .filter(({ value }) => value.kind === 'word')
      .map((field) => [field.name, lowerWord(compilation, bound, field)]),
  )
  const sees = words.get('sees')
  const quantity = (field: string): Quantity => {
    const definition = kind.fields.find((other) => other.name === field)
    const given = quantities.get(field)
    if (given) return given
    return !definition?.default || bound.excused.has(field)
      ? standIn(plain)
      : defaultOf(definition, dimensions)
  }
  return {
    ...labelsOf(declared),
    weight: quantity('weight'),
    value: quantity('value'),
    patience:
      bound.excused.has('patience') || doubtful
        ? quantity('patience')
        : defaultPatience(compilation, user, dimensions),
    outside: quantities.get('outside') ?? null,
    sees: {
      word: sees === 'model' || sees === 'attempts' ? sees : 'nothing',
      origin: originOfField(bound, 'sees'),
    },
    rationality: quantities.get('rationality') ?? null,
  }
}

/** One unit of utility for one unit of waiting, where these are the same unit. */
function defaultPatience(
  { reporter, currency }: Compilation,
  { bound: { declared, fields }, quantities }: Filled,
  { utility, time }: GameDimensions,
): Quantity {
  const one = standIn(plain)
  if (utility === null || time === null || sameDimension(utility, time) || declared.mended) return one
  if (!quantities.get('value')) return one
  const wanted = overDimension(utility, time)
  const example = exampleOf(wanted, currency?.name ?? 'USD')
  const value = fields.get('value')?.entry.value
  reporter.report(
    missingField,
    { whose: `user '${declared.name}'`, fields: ['patience'] },
    { file: declared.file, span: headOf(declared.node) },
    {
      secondary: value
        ? [{ file: declared.file, span: value.span, text: `value is ${describeDimension(utility)}` }]
        : [],
      notes: [
        `value is ${describeDimension(utility)} and latency is ${describeDimension(time)}, so a user's patience must say what waiting costs` +
          (example === null ? '' : `, for example 'patience: ${example}'`) +
          (isPlain(utility) ? ', or the value needs its unit' : ''),
      ],
    },
  )
  return one
}

/** All users (or kinds of task) have a weight, or none has. */
export function checkWeights(compilation: Compilation, filled: readonly Filled[]): void {
  const without = filled.filter(({ bound }) => !bound.excused.has('weight'))
  if (without.length === filled.length) return
  for (const { bound } of without) {
    const weight = bound.declared.kind.fields.filter(({ name }) => name === 'weight')
    reportMissing(compilation, bound.declared, weight)
  }
}
