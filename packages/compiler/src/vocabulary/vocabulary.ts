import type { Extension, KindDefinition, Vocabulary } from './define.ts'
import { parallelCombinator } from './combinators/parallel.ts'
import { retryCombinator } from './combinators/retry.ts'
import { verifiedCombinator } from './combinators/verified.ts'
import { betaDistribution } from './distributions/beta.ts'
import { lognormalDistribution } from './distributions/lognormal.ts'
import { normalDistribution } from './distributions/normal.ts'
import { uniformDistribution } from './distributions/uniform.ts'
import { absFunction } from './functions/abs.ts'
import { expFunction } from './functions/exp.ts'
import { logFunction } from './functions/log.ts'
import { maxFunction } from './functions/max.ts'
import { minFunction } from './functions/min.ts'
import { sqrtFunction } from './functions/sqrt.ts'
import { gameKind } from './kinds/game.ts'
import { letKind } from './kinds/let.ts'
import { menuKind } from './kinds/menu.ts'
import { modelKind } from './kinds/model.ts'
import { paramKind } from './kinds/param.ts'
import { providerKind } from './kinds/provider.ts'
import { rateKind } from './kinds/rate.ts'
import { sweepKind } from './kinds/sweep.ts'
import { taskKind } from './kinds/task.ts'
import { userKind } from './kinds/user.ts'
import { verifierKind } from './kinds/verifier.ts'
import { cascadeMenu } from './menus/cascade.ts'
import { choiceMenu } from './menus/choice.ts'
import { escalateMenu } from './menus/escalate.ts'
import { freeMenu } from './menus/free.ts'
import { staticMenu } from './menus/static.ts'
import { units } from './units/units.ts'

/** The kinds of declaration that come with the language. */
const kinds: readonly KindDefinition[] = [
  gameKind,
  paramKind,
  letKind,
  rateKind,
  modelKind,
  verifierKind,
  menuKind,
  taskKind,
  userKind,
  providerKind,
  sweepKind,
]

/** The words that come with the language, each defined as a project defines its own. */
const ours: readonly Extension[] = [
  staticMenu,
  cascadeMenu,
  escalateMenu,
  freeMenu,
  choiceMenu,
  minFunction,
  maxFunction,
  absFunction,
  sqrtFunction,
  expFunction,
  logFunction,
  uniformDistribution,
  normalDistribution,
  lognormalDistribution,
  betaDistribution,
  retryCombinator,
  parallelCombinator,
  verifiedCombinator,
]

/** The vocabulary of the language, with further words after its own. */
export function makeVocabulary(more: readonly Extension[] = []): Vocabulary {
  const words = [...ours, ...more]
  return {
    kinds: byName(kinds),
    menus: byName(words.filter((word) => word.defines === 'menu')),
    functions: byName(words.filter((word) => word.defines === 'function')),
    distributions: byName(words.filter((word) => word.defines === 'distribution')),
    combinators: byName(words.filter((word) => word.defines === 'combinator')),
    units: byName(units),
  }
}

function byName<T extends { readonly name: string }>(definitions: readonly T[]): ReadonlyMap<string, T> {
  return new Map(definitions.map((definition) => [definition.name, definition]))
}

/** The language as it comes. */
export const vocabulary: Vocabulary = makeVocabulary()
