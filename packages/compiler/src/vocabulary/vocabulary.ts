import type {
  CombinatorDefinition,
  DistributionDefinition,
  FunctionDefinition,
  KindDefinition,
  MenuDefinition,
  Vocabulary,
} from './define.ts'
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

/** What a vocabulary is made from; each list may be left out. */
export interface Definitions {
  readonly kinds?: readonly KindDefinition[]
  readonly menus?: readonly MenuDefinition[]
  readonly functions?: readonly FunctionDefinition[]
  readonly distributions?: readonly DistributionDefinition[]
  readonly combinators?: readonly CombinatorDefinition[]
}

/** The words that come with the language. */
const ours: Required<Definitions> = {
  kinds: [
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
  ],
  menus: [staticMenu, cascadeMenu, escalateMenu, freeMenu, choiceMenu],
  functions: [minFunction, maxFunction, absFunction, sqrtFunction, expFunction, logFunction],
  distributions: [uniformDistribution, normalDistribution, lognormalDistribution, betaDistribution],
  combinators: [retryCombinator, parallelCombinator, verifiedCombinator],
}

/** The vocabulary of the language, with further definitions after its own. */
export function makeVocabulary(more: Definitions = {}): Vocabulary {
  return {
    kinds: byName([...ours.kinds, ...(more.kinds ?? [])]),
    menus: byName([...ours.menus, ...(more.menus ?? [])]),
    functions: byName([...ours.functions, ...(more.functions ?? [])]),
    distributions: byName([...ours.distributions, ...(more.distributions ?? [])]),
    combinators: byName([...ours.combinators, ...(more.combinators ?? [])]),
    units: byName(units),
  }
}

function byName<T extends { readonly name: string }>(definitions: readonly T[]): ReadonlyMap<string, T> {
  return new Map(definitions.map((definition) => [definition.name, definition]))
}

/** The language as it comes. */
export const vocabulary: Vocabulary = makeVocabulary()
