import { compileAxes, nearest, type TypedAxis } from '@plumbline/compiler'
import type { Axis, GameInstance } from '@plumbline/game'
import type { Diagnostic } from '@plumbline/parser'

/** The axes to sweep over, or a sentence that says why there are none. */
export type ChosenSweep =
  | { readonly kind: 'axes'; readonly axes: readonly Axis[] }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'wrong'; readonly diagnostics: readonly Diagnostic[] }

/**
 * The sweep of the file that is named, or the only one; with axes that are typed in place of its own of the same path, and
 * after them. Axes without a name are a sweep of their own.
 */
export function chooseSweep(
  path: string,
  instance: GameInstance,
  name: string | null,
  typed: readonly TypedAxis[],
): ChosenSweep {
  const { sweeps } = instance
  const names = sweeps.map((sweep) => sweep.name)
  const declared = name === null ? (typed.length === 0 && sweeps.length === 1 ? sweeps[0] : null) : sweeps.find((sweep) => sweep.name === name) // prettier-ignore
  if (declared === undefined) return { kind: 'refused', sentence: noSuchSweep(path, name ?? '', names) }
  if (declared === null && typed.length === 0) return { kind: 'refused', sentence: nothingNamed(path, names) }
  const { axes, diagnostics } = compileAxes(instance, typed)
  if (diagnostics.some(({ severity }) => severity === 'error')) return { kind: 'wrong', diagnostics }
  const own = declared?.axes ?? []
  const replaced = own.map((axis) => axes.find((each) => each.path === axis.path) ?? axis)
  const further = axes.filter(({ path: moved }) => own.every((axis) => axis.path !== moved))
  return { kind: 'axes', axes: [...replaced, ...further] }
}

const example = "--axis 'churn=0 USD .. 1 USD'"

function noSuchSweep(path: string, name: string, names: readonly string[]): string {
  if (names.length === 0) return `${path} declares no sweep; type its axes, as in ${example}`
  const meant = nearest(name, names)
  const hint = meant === null ? `it has ${names.join(', ')}` : `did you mean '${meant}'?`
  return `${path} declares no sweep called '${name}'; ${hint}`
}

function nothingNamed(path: string, names: readonly string[]): string {
  return names.length === 0
    ? `${path} declares no sweep; type its axes, as in ${example}`
    : `${path} declares several sweeps; name one of ${names.join(', ')}`
}
