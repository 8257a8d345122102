import type {
  Assert,
  Chain,
  GameInstance,
  Menu,
  Model,
  Provider,
  RandomVariable,
  Sweep,
  Task,
  User,
  Verifier,
} from '@plumbline/game'
import { unitOf } from '@plumbline/game'
import { isPlain, sameDimension, time, money } from '../dimensions/dimension.ts'
import type { Compilation } from '../expressions/site.ts'
import { standIn } from './elaborateFields.ts'
import type { LoweredDefinitions } from './lowerDefinitions.ts'
import type { GameDimensions } from './settleDimensions.ts'

/** The parts that a game is put together from; a part that is wrong or missing is null or absent. */
export interface Parts {
  readonly definitions: LoweredDefinitions
  readonly verifiers: readonly Verifier[]
  readonly tasks: readonly Task[]
  readonly models: readonly Model[]
  readonly menu: Menu | null
  readonly users: readonly User[]
  readonly provider: Provider | null
  readonly randoms: readonly RandomVariable[]
  readonly asserts: readonly Assert[]
  readonly sweeps: readonly Sweep[]
  readonly dimensions: GameDimensions
}

const nobody = { name: '', label: null, doc: null, origin: null }
const one = standIn({})
const anybody: User = {
  ...nobody,
  weight: one,
  value: one,
  patience: one,
  outside: null,
  sees: { word: 'nothing', origin: null },
  rationality: null,
}
const anyProvider: Provider = {
  ...nobody,
  penalty: one,
  throttle: null,
  routing: { word: 'announced', origin: null },
  ties: { word: 'strong', origin: null },
}

/**
 * Puts the instance together. Where a part is missing, something that is in order stands in for it, so that the
 * numbers of the other parts can be checked; such an instance is never handed out.
 */
export function assembleInstance(compilation: Compilation, parts: Parts): GameInstance {
  const { file, declarations } = compilation
  const { definitions, randoms, dimensions, verifiers, tasks, asserts, sweeps } = parts
  const models =
    parts.models.length > 0
      ? parts.models
      : [{ ...nobody, success: one, latency: one, cost: one, price: one, later: [], kinds: [] }]
  const game = declarations.game?.node
  return {
    schema: 'plumbline/game@1',
    name: declarations.game?.name ?? nameOfFile(file.name),
    label: game?.label?.value ?? null,
    doc: game?.doc ?? null,
    units: unitsOf(compilation, dimensions),
    params: definitions.params,
    definitions: [...definitions.definitions, ...compilation.numbers],
    randoms,
    verifiers,
    tasks,
    models,
    menu: parts.menu ?? { ...nobody, form: 'static', chain: everyModel(models) },
    users: parts.users.length > 0 ? parts.users : [anybody],
    provider: parts.provider ?? anyProvider,
    asserts,
    sweeps,
  }
}

/** The name of a game that its file does not name. */
function nameOfFile(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.game$/, '') || 'game'
}

function everyModel(models: readonly Model[]): Chain {
  return {
    states: models.map(({ name }, model) => ({ name, model })),
    starts: models.map((_, state) => state),
    chooser: 'provider',
    variables: [],
    transitions: models.map((_, to) => [{ to, constant: { op: 'number', value: '1' }, terms: [] }]),
  }
}

function unitsOf({ currency }: Compilation, dimensions: GameDimensions): GameInstance['units'] {
  const names = { cost: currency?.name ?? null, time: 's', utility: null }
  const { utility } = dimensions
  return {
    cost: dimensions.cost !== null && sameDimension(dimensions.cost, money) ? names.cost : null,
    time: dimensions.time !== null && sameDimension(dimensions.time, time) ? names.time : null,
    utility: utility === null || isPlain(utility) ? null : unitOf(utility, names),
  }
}
