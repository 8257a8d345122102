import type { Provider, Quantity } from '@plumbline/game'
import { plain } from '../dimensions/dimension.ts'
import { makeSite } from '../expressions/makeSite.ts'
import type { Compilation } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { labelsOf } from '../reporting/originOf.ts'
import { standIn } from './elaborateFields.ts'
import { defaultOf, type Filled } from './lowerModels.ts'
import { lowerWord, originOfField } from './lowerWord.ts'
import { thingNamed } from './modelNamed.ts'
import { reportMissing } from './reportMissing.ts'
import type { GameDimensions } from './settleDimensions.ts'

/** A provider, and the declaration of the menu that it offers (null where it is wrong). */
export interface LoweredProvider {
  readonly provider: Provider
  readonly offers: Declared | null
}

/** Makes the provider of the instance. Reports missing fields, words that are none, and menus that are none. */
export function lowerProvider(
  compilation: Compilation,
  { bound, quantities }: Filled,
  dimensions: GameDimensions,
): LoweredProvider {
  const { declared, fields, excused } = bound
  const { kind, mended } = declared
  reportMissing(
    compilation,
    declared,
    kind.fields.filter((field) => field.required && !excused.has(field.name)),
  )
  const words = new Map(
    kind.fields
      .filter(({ value }) => value.kind === 'word')
      .map((field) => [field.name, lowerWord(compilation, bound, field)]),
  )
  const given = (field: string): Quantity | null =>
    excused.has(field) ? (quantities.get(field) ?? standIn(plain)) : null
  const penalty = kind.fields.find((field) => field.name === 'penalty')
  if (penalty === undefined) throw new TypeError('a provider without a penalty')
  const offer = fields.get('offers')?.entry
  const site = makeSite(compilation, null, mended || offer?.recovered === true, declared.file)
  return {
    provider: {
      ...labelsOf(declared),
      penalty: given('penalty') ?? defaultOf(penalty, dimensions),
      throttle: given('throttle'),
      routing: {
        word: words.get('routing') === 'hidden' ? 'hidden' : 'announced',
        origin: originOfField(bound, 'routing'),
      },
      ties: {
        word: words.get('ties') === 'weak' ? 'weak' : 'strong',
        origin: originOfField(bound, 'ties'),
      },
    },
    offers: offer?.value ? thingNamed(offer.value, 'menu', site) : null,
  }
}
