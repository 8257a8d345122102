import { type Expr, walk } from '@plumbline/parser'
import type { Declared, Declarations } from './declarations.ts'

/** Params, lets and rates, each after those that it uses; and the ways round where there is no such order. */
export interface DefinitionOrder {
  readonly order: readonly Declared[]
  readonly cycles: readonly (readonly Declared[])[]
}

/**
 * Sorts what has a number for its value by use, depth first on a stack of its own, in time linear in the text.
 *
 * @param settings - values from outside of the file, which use names too
 */
export function orderDefinitions(
  { all, things, rates }: Declarations,
  settings: ReadonlyMap<string, { readonly node: Expr }> = new Map(),
): DefinitionOrder {
  const isNumber = ({ kind }: Declared): boolean => ['param', 'let', 'rate'].includes(kind.name)
  const usedBy = ({ node, name: of }: Declared): Declared[] =>
    node.value === null
      ? []
      : [
          ...new Set(
            [node.value, settings.get(of)?.node].flatMap((value) => (value ? [...namesIn(value)] : [])),
          ),
        ]
          .map((name) => things.get(name) ?? rates.get(name))
          .filter((used) => used !== undefined)
          .filter(isNumber)
          .reverse()
  const order: Declared[] = []
  const cycles: Declared[][] = []
  const state = new Map<Declared, 'open' | 'done'>()
  const path: { readonly declared: Declared; readonly rest: Declared[] }[] = []
  const open = (declared: Declared): void => {
    state.set(declared, 'open')
    path.push({ declared, rest: usedBy(declared) })
  }
  for (const start of all) {
    if (!isNumber(start) || state.has(start)) continue
    open(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.pop()
      if (next === undefined) {
        state.set(top.declared, 'done')
        order.push(top.declared)
        path.pop()
      } else if (!state.has(next)) {
        open(next)
      } else if (state.get(next) === 'open') {
        cycles.push(
          path.slice(path.findIndex(({ declared }) => declared === next)).map((step) => step.declared),
        )
      }
    }
  }
  return { order, cycles }
}

/** Names and units that an expression uses. */
function namesIn(node: Expr): ReadonlySet<string> {
  const names = new Set<string>()
  for (const inner of walk(node)) {
    if (inner.kind === 'name') names.add(inner.text)
    if (inner.kind === 'number' && inner.unit !== null) names.add(inner.unit.text)
  }
  return names
}
