import type { Comparison, Condition, Term } from '@plumbline/game'
import type { BinaryNode, Expr } from '@plumbline/parser'
import { impossibleWord, wordsHaveNoOrder } from '../diagnostics/asserts.ts'
import { placeAt, type Site } from '../expressions/site.ts'
import { mayBeNameless, writableNames } from '../names/declarations.ts'
import { nearest } from '../names/nearest.ts'
import { didYouMean, listWords } from '../reporting/suggest.ts'
import { withoutGroup } from '../syntax/children.ts'
import type { AssertSite } from './assertSite.ts'
import { behaviourNotes, type ResolvedName } from './resolveSolutionName.ts'

/**
 * A comparison in which a side is a word of the solution (`route.start == quick`) or is yes or no
 * (`throttling.pays == false`); `numbers` where neither side is, null where something is wrong and reported.
 */
export function compareWords(
  { left, right, operator }: BinaryNode,
  comparison: Comparison,
  asserting: AssertSite,
): Condition | 'numbers' | null {
  const { site } = asserting
  const sides = [withoutGroup(left), withoutGroup(right)].map((node) => ({
    node,
    name: wordName(node, asserting),
  }))
  const [first, second] = sides
  if (first === undefined || second === undefined) return null
  if (first.name === 'wrong' || second.name === 'wrong') return null
  const [worded, other] = first.name === null ? [second, first] : [first, second]
  if (worded.name === null || worded.name === 'wrong') return 'numbers'
  const { path, name } = worded.name
  const shown = path.join('.')
  if (comparison !== 'eq' && comparison !== 'ne') {
    const details = { label: `'${operator}' orders numbers` }
    site.reporter.report(
      wordsHaveNoOrder,
      { path: shown },
      placeAt(site, { span: worded.node.span }),
      details,
    )
    return null
  }
  if (name.value === 'yes-or-no') return compareTruth(worded.name, other.node, comparison, site)
  const wordedTerm: Term = { op: 'solution', path }
  if (other.name !== null && other.name !== 'wrong') {
    return { op: 'compare', comparison, left: wordedTerm, right: { op: 'solution', path: other.name.path } }
  }
  const value =
    name.value === 'model' ? modelWord(shown, other.node, site) : regimeWord(shown, other.node, site)
  if (value === null) return null
  const word: Term = { op: 'word', value }
  return first.name === null
    ? { op: 'compare', comparison, left: word, right: wordedTerm }
    : { op: 'compare', comparison, left: wordedTerm, right: word }
}

/** The name of the solution that a side is, where it is a word or yes or no. */
function wordName(node: Expr, { nameOf, site }: AssertSite): ResolvedName | 'wrong' | null {
  if (node.kind === 'name' && site.compilation.declarations.things.has(node.text)) return null
  // Numbers of the solution are looked up again, as numbers, and then say what is wrong with them.
  const quiet = node.kind === 'member' || node.kind === 'name' ? nameOf(node) : null
  return quiet === null || quiet === 'wrong' || ['model', 'regime', 'yes-or-no'].includes(quiet.name.value)
    ? quiet
    : null
}

function compareTruth(
  { path }: ResolvedName,
  other: Expr,
  comparison: 'eq' | 'ne',
  site: Site,
): Condition | null {
  const shown = path.join('.')
  const holds: Condition = { op: 'holds', path }
  if (other.kind === 'boolean') {
    return other.value === (comparison === 'eq') ? holds : { op: 'not', arg: holds }
  }
  const parameters = { path: shown, wanted: 'yes or no' }
  site.reporter.report(impossibleWord, parameters, placeAt(site, other), {
    notes: [`write 'assert ${shown}' or 'assert not ${shown}'`],
  })
  return null
}

function modelWord(path: string, node: Expr, site: Site): string | null {
  const { declarations } = site.compilation
  const models = writableNames(declarations, ['model'])
  const word = node.kind === 'name' ? node.text : node.kind === 'string' ? node.value : null
  if (word !== null && models.includes(word)) return word
  const meant = word === null ? null : nearest(word, models)
  const unsure = word !== null && meant === null && mayBeNameless(declarations, ['model'])
  if (node.kind === 'bad' || unsure || (word !== null && declarations.lost.has(word))) return null
  const details = didYouMean(site.file, node.span, meant, [`models are ${listWords(models)}`])
  site.reporter.report(impossibleWord, { path, wanted: 'the name of a model' }, placeAt(site, node), details)
  return null
}

function regimeWord(path: string, node: Expr, site: Site): string | null {
  if (node.kind === 'string' && /^[-+0]+$/.test(node.value)) return node.value
  if (node.kind === 'bad') return null
  const word = node.kind === 'name' ? node.text : node.kind === 'string' ? node.value : ''
  const [user = 'regime'] = path.split('.')
  const behaviour = user === 'regime' ? [] : behaviourNotes(user, word)
  const wanted = 'a text of the signs +, - and 0'
  site.reporter.report(impossibleWord, { path, wanted }, placeAt(site, node), {
    notes: [`one sign for each model of the menu, for example '${path} == "+-"'`, ...behaviour],
  })
  return null
}
