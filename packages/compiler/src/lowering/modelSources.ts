import type { Origin } from '@plumbline/game'
import type { CallNode, NameNode } from '@plumbline/parser'
import { definedByItself, unknownFunction } from '../diagnostics/names.ts'
import { wrongSort } from '../diagnostics/structure.ts'
import { makeSite } from '../expressions/makeSite.ts'
import { placeAt, type Compilation, type Site } from '../expressions/site.ts'
import type { Declared } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { originOf } from '../reporting/originOf.ts'
import { didYouMean } from '../reporting/suggest.ts'
import { describeSort, withoutGroup } from '../syntax/children.ts'
import type { CombinatorDefinition } from '../vocabulary/define.ts'
import { bindArguments, type Arguments } from './bindArguments.ts'
import { modelNamed } from './modelNamed.ts'
import type { GameDimensions } from './settleDimensions.ts'

/** Where the numbers of a model come from that its own block does not give. */
export type ModelSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'copy'; readonly of: Declared }
  | {
      readonly kind: 'composite'
      readonly definition: CombinatorDefinition
      readonly args: Arguments
      readonly origin: Origin
      readonly call: { readonly node: CallNode; readonly site: Site }
    }
  /** Something that is wrong, which has been reported: nothing is said of what is missing. */
  | { readonly kind: 'lost' }

/** What each model is made from. Reports sources that are none, and models that are made from themselves. */
export function modelSources(
  compilation: Compilation,
  models: readonly Declared[],
  dimensions: GameDimensions,
): ReadonlyMap<Declared, ModelSource> {
  const sources = new Map(models.map((model) => [model, sourceOf(compilation, model, dimensions)]))
  return withoutCycles(compilation, sources)
}

function sourceOf(
  compilation: Compilation,
  { name: owner, node, mended, file }: Declared,
  dimensions: GameDimensions,
): ModelSource {
  if (node.value === null) return { kind: mended && node.block === null ? 'lost' : 'none' }
  const site = makeSite(compilation, null, mended, file)
  const value = withoutGroup(node.value)
  if (value.kind === 'call' && value.callee.kind === 'name') {
    const definition = compilation.vocabulary.combinators.get(value.callee.text)
    if (definition === undefined) {
      reportNoCombinator(value.callee, site)
      return { kind: 'lost' }
    }
    const args = bindArguments(value, definition, { owner, dimensions, site })
    if (args === null) return { kind: 'lost' }
    const call = { node: value, site }
    return { kind: 'composite', definition, args, origin: originOf(placeAt(site, value)), call }
  }
  if (value.kind === 'name') {
    const of = modelNamed(value, site)
    return of === null ? { kind: 'lost' } : { kind: 'copy', of }
  }
  if (value.kind !== 'bad') {
    const parameters = { wanted: 'the name of another model', found: describeSort(value) }
    site.reporter.report(wrongSort, parameters, placeAt(site, value), {
      notes: [
        "a model's numbers stand between braces: 'model name { success: 62%, latency: 4 s, cost: 0.002 USD }'",
      ],
    })
  }
  return { kind: 'lost' }
}

function reportNoCombinator({ text, span }: NameNode, site: Site): void {
  const names = [...site.compilation.vocabulary.combinators.keys()]
  const details = didYouMean(site.file, span, nearest(text, names), [
    `a model is combined from others by ${names.join(', ')}`,
  ])
  const parameters = { wanted: 'combination of models', name: text }
  site.reporter.report(unknownFunction, parameters, { file: site.file, span }, details)
}

/** The models that a model is made from. */
export function partsOf(source: ModelSource): readonly Declared[] {
  if (source.kind === 'copy') return [source.of]
  if (source.kind !== 'composite') return []
  return [...source.args.values()].flatMap((argument) =>
    argument.is === 'things' ? argument.things.filter(({ kind }) => kind.name === 'model') : [],
  )
}

/** The same, with every model that is made from itself, however indirectly, lost; each way round is reported once. */
function withoutCycles(
  { reporter }: Compilation,
  sources: ReadonlyMap<Declared, ModelSource>,
): ReadonlyMap<Declared, ModelSource> {
  const result = new Map(sources)
  const done = new Set<Declared>()
  for (const start of sources.keys()) {
    const path: { readonly model: Declared; readonly rest: Declared[] }[] = []
    const open = (model: Declared): void => {
      path.push({ model, rest: [...partsOf(sources.get(model) ?? { kind: 'none' })] })
    }
    if (!done.has(start)) open(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.shift()
      if (next === undefined) {
        done.add(top.model)
        path.pop()
        continue
      }
      const back = path.findIndex(({ model }) => model === next)
      if (back >= 0) {
        const round = path.slice(back).map(({ model }) => model)
        for (const model of round) result.set(model, { kind: 'lost' })
        reportRound(round, reporter)
      } else if (!done.has(next)) open(next)
    }
  }
  return result
}

function reportRound(round: readonly Declared[], reporter: Compilation['reporter']): void {
  const [first, second = first] = round
  if (first === undefined || second === undefined || round.some(({ mended }) => mended)) return
  const span = first.node.value?.span ?? first.node.span
  const cycle = [...round, first].map(({ name }) => name)
  reporter.report(
    definedByItself,
    { cycle },
    { file: first.file, span },
    {
      label: `made from '${second.name}'`,
      secondary: round.slice(1).map(({ file, node }, index) => ({
        file,
        span: node.value?.span ?? node.span,
        text: `made from '${cycle[index + 2] ?? ''}'`,
      })),
    },
  )
}
