import {
  at,
  enclosure,
  enclosureCalculus,
  evaluate,
  rational,
  Undecided,
  type Assignment,
  type Condition,
  type Enclosure,
  type GameInstance,
  type Outcome,
  type Term,
} from '@plumbline/game'
import { Checked, OnTrust, type Expected } from '../document/difference.ts'
import { Fault, show, type Path } from '../document/fault.ts'
import { field, listAt } from '../document/read.ts'
import { enclosed } from '../play/enclosed.ts'
import { entryAt } from './named.ts'

/** What the game's own names stand for. */
type NameValue = (leaf: { readonly op: 'ref'; readonly name: string }) => Outcome<Enclosure>

interface Scope {
  readonly instance: GameInstance
  readonly document: unknown
  readonly nameValue: NameValue
}

/** Whether a condition holds, null where it hangs on what has no value, and the sides of a comparison. */
interface Judged {
  readonly holds: boolean | null
  readonly left: Side | null
  readonly right: Side | null
}

type Side = string | boolean | { readonly term: Term; readonly value: Enclosure }

/**
 * What the document must say of the asserts: each is judged anew from the entries of the document, every one of which is checked by
 * itself, and counts with the half unit of its last place by which it may be rounded.
 *
 * @param open entries that are themselves taken on trust; an assert on them is too, and so is one that rounding leaves open
 */
export function assertEntries(
  instance: GameInstance,
  assignment: Assignment,
  document: unknown,
  open: readonly string[],
): Expected {
  const names = at<NameValue>(instance, assignment, (game, termValue) => (leaf) => {
    const outcome = termValue(leaf, () => ({ ok: false, failure: 'reported' }))
    return outcome.ok ? { ok: true, value: enclosed(game.arithmetic, outcome.value) } : outcome
  })
  if (!names.ok) return new OnTrust('the names of the game have no values')
  const scope: Scope = { instance, document, nameValue: names.value }
  const claimed = listAt(field(document, 'asserts'), ['asserts'])
  return instance.asserts.map(({ condition, message, origin }, index): Expected => {
    const path: Path = ['asserts', index]
    if (speaksOf(condition, open)) return new OnTrust('it speaks of an entry on trust')
    try {
      const { holds, left, right } = judge(scope, condition)
      const side = (key: 'left' | 'right', value: Side | null): Expected =>
        sideEntry(scope, value, field(claimed[index], key), [...path, key])
      return {
        text: origin.text,
        message,
        holds: holds === true,
        left: side('left', left),
        right: side('right', right),
      }
    } catch (error) {
      if (!(error instanceof Undecided)) throw error
      return new OnTrust('the digits of the document do not decide it')
    }
  })
}

function speaksOf(condition: unknown, open: readonly string[]): boolean {
  if (typeof condition !== 'object' || condition === null) return false
  const path = field(condition, 'path')
  if (Array.isArray(path)) return open.some((name) => path[0] === name || path.join('.') === name)
  return Object.values(condition).some((part) => speaksOf(part, open))
}

function sideEntry(scope: Scope, side: Side | null, claimed: unknown, path: Path): Expected {
  if (side === null || typeof side !== 'object') return side
  const { term, value } = side
  if (term.op === 'solution') return numberOf(scope, term.path)
  const [low, high] = [value.lo, value.hi].map((end) => enclosure.toNumber({ lo: end, hi: end }))
  if (low === undefined || low === high) return low ?? null
  if (typeof claimed === 'number' && high !== undefined && claimed >= low && claimed <= high)
    return new Checked()
  throw new Fault(path, `is ${show(claimed)}; it must be near ${show(enclosure.toNumber(value))}`)
}

function judge(scope: Scope, condition: Condition): Judged {
  const bare = (holds: boolean | null): Judged => ({ holds, left: null, right: null })
  switch (condition.op) {
    case 'true':
    case 'false':
      return bare(condition.op === 'true')
    case 'not': {
      const { holds, ...sides } = judge(scope, condition.arg)
      return { holds: holds === null ? null : !holds, ...sides }
    }
    case 'and':
    case 'or': {
      const settling = condition.op === 'or'
      const one = judge(scope, condition.left).holds
      if (one === settling) return bare(settling)
      const other = judge(scope, condition.right).holds
      if (other === settling) return bare(settling)
      return bare(one === null || other === null ? null : !settling)
    }
    case 'holds': {
      const found = entryAt(scope.instance, scope.document, condition.path)
      const holds = typeof found === 'boolean' ? found : null
      return { holds, left: holds, right: null }
    }
    case 'compare': {
      const { comparison, left, right } = condition
      const [one, other] = [wordOf(scope, left), wordOf(scope, right)]
      if (one !== null || other !== null) {
        const same = one === null || other === null ? null : one === other
        const holds = same === null ? null : comparison === 'ne' ? !same : comparison === 'eq' && same
        return { holds, left: one, right: other }
      }
      const { order, ...sides } = compared(scope, left, right)
      const allowed = { eq: [0], ne: [-1, 1], lt: [-1], le: [-1, 0], gt: [1], ge: [0, 1] }[comparison]
      return { holds: order === null ? null : allowed.includes(order), ...sides }
    }
    case 'within': {
      const below = compared(scope, condition.value, condition.low)
      const above = compared(scope, condition.value, condition.high)
      if (below.order === -1) return { holds: false, left: below.left, right: below.right }
      const known = below.order !== null && above.order !== null
      const holds = above.order === 1 ? false : known ? true : null
      return { holds, left: above.left, right: above.right }
    }
  }
}

function compared(
  scope: Scope,
  left: Term,
  right: Term,
): { readonly order: number | null; readonly left: Side | null; readonly right: Side | null } {
  const [one, other] = [valueOf(scope, left), valueOf(scope, right)]
  return {
    left: one === null ? null : { term: left, value: one },
    right: other === null ? null : { term: right, value: other },
    order: one === null || other === null ? null : enclosure.sign(enclosure.sub(one, other)),
  }
}

/** Half a unit in the last place of a double, relative, and a little more. */
const rounding = rational('1/9000000000000000')

function valueOf(scope: Scope, term: Term): Enclosure | null {
  const outcome = evaluate(
    term,
    (leaf): Outcome<Enclosure> => {
      if (leaf.op === 'ref') return scope.nameValue(leaf)
      const found = leaf.op === 'solution' ? numberOf(scope, leaf.path) : null
      if (found === null) return { ok: false, failure: 'reported' }
      const [number, away] = [rational(found), rational(found).abs().mul(rounding)]
      return { ok: true, value: { lo: number.sub(away), hi: number.add(away) } }
    },
    enclosureCalculus,
  )
  if (outcome.ok) return outcome.value
  if (outcome.failure === 'undecided') throw new Undecided('a side of a comparison')
  return null
}

function numberOf({ instance, document }: Scope, path: readonly string[]): number | null {
  const found = entryAt(instance, document, path)
  return typeof found === 'number' ? found : null
}

/** The word that a term is; null for any other. */
function wordOf({ instance, document }: Scope, term: Term): string | null {
  if (term.op === 'word') return term.value
  const found = term.op === 'solution' ? entryAt(instance, document, term.path) : null
  return typeof found === 'string' ? found : null
}
