import { performanceName } from '@plumbline/game'
import type { Declared } from '../names/declarations.ts'
import type { PerformanceFormulas } from '../vocabulary/define.ts'
import { fieldKey } from './elaborateFields.ts'
import type { Filled } from './lowerModels.ts'
import { partsOf, type ModelSource } from './modelSources.ts'

/** Which models differ by kind of task, over how many attempts, and by what names others refer to their numbers. */
export interface ModelShapes {
  readonly hasKinds: (model: Declared) => boolean
  readonly sourceHasKinds: (source: ModelSource | undefined) => boolean
  /** How many attempts of a model differ, for one kind of task; at least 1. */
  readonly attempts: (model: Declared, task: string | null) => number
  /** A model's attempts as references to its numbers. */
  readonly formulas: (model: Declared, task: string | null) => (attempt: number) => PerformanceFormulas
}

/** The shapes of models whose sources have no cycle. */
export function modelShapes(
  filled: readonly Filled[],
  sources: ReadonlyMap<Declared, ModelSource>,
): ModelShapes {
  const blocks = new Map(filled.map((one) => [one.bound.declared, one]))
  const kinds = new Map<Declared, boolean>()
  const counts = new Map<string, number>()
  const hasKinds = (model: Declared): boolean => {
    const known = kinds.get(model)
    if (known !== undefined) return known
    const own = (blocks.get(model)?.bound.parts.length ?? 0) > 0
    const found = own || sourceHasKinds(sources.get(model))
    kinds.set(model, found)
    return found
  }
  const sourceHasKinds = (source: ModelSource | undefined): boolean =>
    source !== undefined && partsOf(source).some(hasKinds)
  const attempts = (model: Declared, task: string | null): number => {
    const key = `${model.name} ${task ?? ''}`
    const known = counts.get(key)
    if (known !== undefined) return known
    const source = sources.get(model)
    const inherited = source === undefined ? [] : partsOf(source).map((part) => attempts(part, task))
    const found = Math.max(1, ownAttempts(blocks.get(model), task), ...inherited)
    counts.set(key, found)
    return found
  }
  const formulas = (model: Declared, task: string | null) => (attempt: number) => {
    const of = hasKinds(model) ? task : null
    const last = Math.min(attempt, attempts(model, of))
    const ref = (field: string) =>
      ({ op: 'ref', name: performanceName(model.name, field, of, last) }) as const
    return { success: ref('success'), latency: ref('latency'), cost: ref('cost'), price: ref('price') }
  }
  return { hasKinds, sourceHasKinds, attempts, formulas }
}

/** How many entries the success has that a block gives for a kind of task, or for all. */
function ownAttempts(block: Filled | undefined, task: string | null): number {
  if (block === undefined) return 1
  const of = task !== null && block.quantities.has(fieldKey('success', task, 1)) ? task : null
  let attempt = 1
  while (block.quantities.has(fieldKey('success', of, attempt + 1))) attempt++
  return attempt
}
