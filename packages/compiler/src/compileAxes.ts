import { escalationNames, inputsOf, type Axis, type Dimension, type GameInstance } from '@plumbline/game'
import { parseExpression, type Diagnostic, type DiagnosticDetails, type SourceFile } from '@plumbline/parser'
import { compilationOf } from './compileSettings.ts'
import { unknownName } from './diagnostics/names.ts'
import { repeatedField } from './diagnostics/structure.ts'
import { makeSite } from './expressions/makeSite.ts'
import { axisValues } from './lowering/axisValues.ts'
import { lowerDefinitions } from './lowering/lowerDefinitions.ts'
import { nearest } from './names/nearest.ts'
import { originOf } from './reporting/originOf.ts'

/** An axis as it is typed: what it moves, and over which values, as a sweep of a file has them. */
export interface TypedAxis {
  readonly path: string
  readonly range: string
}

/** Axes for a sweep of an instance, or what is wrong with them. */
export interface CompiledAxes {
  readonly axes: readonly Axis[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Most names that a message lists. */
const mostListed = 12

/**
 * Compiles axes from outside of a file, in the syntax of a `sweep`: a range, a list, `linear(…)` or `geometric(…)`, over any
 * param, any number that a declaration gives (`developer.value`), and the escalations of the menu. Values may name params.
 */
export function compileAxes(instance: GameInstance, typed: readonly TypedAxis[]): CompiledAxes {
  const { compilation, diagnostics } = compilationOf(instance)
  lowerDefinitions(compilation, new Map())
  const targets = targetsOf(instance)
  const wrong: Diagnostic[] = []
  const seen = new Set<string>()
  const axes = typed.flatMap(({ path, range }): readonly Axis[] => {
    const { reporter } = compilation
    const file: SourceFile = { name: `--axis ${path}`, text: range }
    const dimension = targets.get(path)
    if (dimension === undefined) {
      const place = { file: { name: '--axis', text: path }, span: { start: 0, end: path.length } }
      const details = hintsFor(path, instance, [...targets.keys()])
      reporter.report(unknownName, { name: path, wanted: 'number of the game' }, place, details)
      return []
    }
    if (seen.has(path)) {
      reporter.report(repeatedField, { field: path }, { file, span: { start: 0, end: range.length } })
      return []
    }
    seen.add(path)
    const { expression, diagnostics: unread } = parseExpression(file)
    wrong.push(...unread)
    if (unread.length > 0) return []
    const site = makeSite(compilation, null, false, file)
    const values = axisValues(expression, path, dimension, site)
    return values === null
      ? []
      : [{ path, target: path, values, dimension, origin: originOf({ file, span: expression.span }) }]
  })
  return { axes, diagnostics: [...wrong, ...diagnostics()] }
}

/** Every name that an axis may move, with its dimension. */
function targetsOf(instance: GameInstance): ReadonlyMap<string, Dimension> {
  const { params, menu } = instance
  return new Map([
    ...params.map(({ name, value }) => [name, value.dimension] as const),
    ...inputsOf(instance).map(({ name, quantity }) => [name, quantity.dimension] as const),
    ...menu.chain.variables.flatMap(({ name }) =>
      escalationNames(menu.name, name)
        .filter((each) => each !== menu.name)
        .map((each) => [each, {}] as const),
    ),
  ])
}

function hintsFor(path: string, { params }: GameInstance, targets: readonly string[]): DiagnosticDetails {
  const meant = nearest(path, targets)
  if (meant !== null) return { label: `did you mean '${meant}'?` }
  const [owner = ''] = path.split('.')
  const own = targets.filter((target) => target.startsWith(`${owner}.`))
  const known = own.length > 0 ? own : params.length > 0 ? params.map(({ name }) => name) : targets
  const more = known.length > mostListed ? ', …' : ''
  return { notes: [`an axis may move ${known.slice(0, mostListed).join(', ')}${more}`] }
}
