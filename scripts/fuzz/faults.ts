import { compile, type Compiled, exampleFiles, mendFile, renderGithub, renderJson, renderText, type Resolve } from '@plumbline/compiler' // prettier-ignore
import { type GameInstance, loadInstance } from '@plumbline/game'
import { format } from '@plumbline/parser'
import { solve } from '@plumbline/solver'
import { changedInstance } from './instances.ts'
import { brokenLayoutLaw } from '../../packages/parser/src/testing/layoutLaws.ts'

/** What to try on one game, and how often what is slow is tried. */
export interface Trial {
  readonly text: string
  /** The text of the file that it may import. */
  readonly library: string
  readonly mend: boolean
  readonly solve: boolean
  /** Where changes of a compiled instance come from. */
  readonly random: () => number
}

/** What is wrong with how a game is treated, in words, or null; and whether it compiled. */
export function treat(trial: Trial): { readonly fault: string | null; readonly compiled: boolean } {
  const { text } = trial
  const file = { name: 'assistant.game', text }
  const resolve = filesOf(trial)
  const compiled = compile(file, { resolve })
  const { instance } = compiled
  const fault =
    saidWrongly(compiled) ??
    brokenLayoutLaw(text) ??
    (trial.mend ? mendedWrongly(trial, resolve) : null) ??
    (instance === null ? null : loadedWrongly(instance)) ??
    (instance === null ? null : changedInstance(instance, trial.random)) ??
    (instance === null ? null : laidOutWrongly(file, instance, resolve)) ??
    (instance !== null && trial.solve ? solvedWrongly(instance) : null)
  return { fault, compiled: instance !== null }
}

function filesOf({ text, library }: Trial): Resolve {
  const game = { name: 'assistant.game', text }
  const other = { name: 'library.game', text: library }
  const rest = exampleFiles(game)
  return (path, from) =>
    path.replace(/^\.\//, '') === 'library.game' ? { ok: true, file: other } : rest(path, from)
}

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

function saidWrongly({ diagnostics }: Compiled): string | null {
  const said = renderText(diagnostics)
  if (/\b(?:NaN|undefined|Infinity)\b|\[object/.test(said)) return `a message is broken:\n${said}`
  if (control.test(said)) return `a message has control characters: ${JSON.stringify(said)}`
  if (/^ *at .*:\d+:\d+\)?$/m.test(said)) return `a message has a stack trace:\n${said}`
  for (const line of renderJson(diagnostics).split('\n')) if (line !== '') JSON.parse(line)
  if (control.test(renderGithub(diagnostics))) return 'a command for GitHub has control characters'
  for (const { code, primary, secondary, fixes } of diagnostics) {
    const places = [...(primary === null ? [] : [primary]), ...secondary]
    const edits = fixes.flatMap((fix) => fix.edits.map(({ span }) => ({ span, file: fix.file })))
    const outside = [...places, ...edits].some(
      ({ span, file }) => !(0 <= span.start && span.start <= span.end && span.end <= file.text.length),
    )
    if (outside) return `${code} is placed outside of its file`
  }
  return null
}

function mendedWrongly({ text }: Trial, resolve: Resolve): string | null {
  const file = { name: 'assistant.game', text }
  mendFile(file, (each) => compile(each, { resolve }).diagnostics)
  return null
}

function loadedWrongly(instance: GameInstance): string | null {
  const loaded = loadInstance(JSON.parse(JSON.stringify(instance)))
  return loaded.ok ? null : `the instance is not read back: ${loaded.message}`
}

function laidOutWrongly(
  file: { readonly name: string; readonly text: string },
  instance: GameInstance,
  resolve: Resolve,
): string | null {
  const again = compile({ ...file, text: format(file) }, { resolve }).instance
  return withoutPlaces(again) === withoutPlaces(instance) ? null : 'the layout is another game'
}

function withoutPlaces(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => (key === 'origin' ? null : each))
}

/** Menus with more steps than this are searched for longer than a trial may take. */
const mostSteps = 2

function solvedWrongly(instance: GameInstance): string | null {
  if (instance.menu.chain.variables.length > mostSteps) return null
  const solved = JSON.stringify(solve(instance, new Map(), { time: 1000, now: () => performance.now() }))
  return /\bNaN\b|:null,"latency"/.test(solved) ? 'a solution with a number that is none' : null
}
