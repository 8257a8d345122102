import {
  at,
  Undecided,
  type Assignment,
  type Evaluation,
  type Game,
  type GameInstance,
  type Problem,
} from '@plumbline/game'
import { claimedBound } from './bound/claim.ts'
import type { Answer, Case } from './case.ts'
import { absent, compareEntries, OnTrust, type Expected, type Trusted } from './document/difference.ts'
import { Fault, spell } from './document/fault.ts'
import { field, numberAt } from './document/read.ts'
import { checkAllUsed } from './document/routes.ts'
import { assertEntries } from './expected/asserts.ts'
import { candidateEntries } from './expected/candidates.ts'
import { certificateEntries, type Bound } from './expected/certificate.ts'
import { escalationEntries } from './expected/escalations.ts'
import { flipEntries } from './expected/flips.ts'
import { slowingOf } from './expected/throttling.ts'
import { modelEntries, orderEntries } from './expected/models.ts'
import { totalEntries, totalsOf, type Totals } from './expected/provider.ts'
import { routeKey, transitionNames } from './expected/route.ts'
import { userEntries } from './expected/users.ts'
import { choicesOf } from './leader/choice.ts'
import { shapeOf } from './leader/shape.ts'
import { meanGame, populationEntries } from './population/expected-users.ts'
import { listedTypes } from './population/listed.ts'
import { peopleOf, withPeople } from './population/people.ts'
import { readPopulation } from './population/read-population.ts'
import { isNested } from './population/spreads.ts'
import { poolAt, readCase } from './read-case.ts'
import { order } from './play/order.ts'

/** What came of checking a solution document against its game. */
export type Verification =
  /** Every entry is what the game makes it, but for those on trust; `lower` was proved here. */
  | {
      readonly kind: 'accepted'
      readonly bound: Bound<never>['kind']
      /** What no route is below; null where that is not shown. */
      readonly lower: number | null
      /** Of what stands beside the equilibrium the keys of which nothing is taken on trust: `asserts`. */
      readonly also: readonly string[]
      readonly trusted: readonly Trusted[]
    }
  /** One entry is wrong: `users[0].gap`, and in words its value and what it must be. */
  | { readonly kind: 'rejected'; readonly entry: string; readonly sentence: string }
  /** The game itself has problems at these settings. */
  | { readonly kind: 'no-game'; readonly problems: readonly Problem[] }
  /** The game is of a kind that is not checked yet, in words. */
  | { readonly kind: 'unchecked'; readonly what: string }
  /** Inexact numbers of the game (roots, exponentials) leave open what an entry must be. */
  | { readonly kind: 'undecided'; readonly what: string }

/**
 * Checks a solution document against the game that it claims to solve, sharing nothing with the solver but the instance and
 * exact arithmetic: from the route alone the users' best replies and every number are worked out again, and each must be the
 * double nearest to its exact value.
 *
 * @param document parsed JSON from anywhere: nothing in it is believed
 * @param assignment values of params, as they were when the game was solved
 */
export function verify(
  instance: GameInstance,
  document: unknown,
  assignment: Assignment = new Map(),
): Verification {
  const what = beyond(instance)
  if (what !== null) return { kind: 'unchecked', what }
  try {
    const { name, label } = instance
    const title = { schema: 'plumbline/solution@1', game: name, label }
    for (const [key, expected] of Object.entries(title)) {
      compareEntries(expected, field(document, key), [key])
    }
    const evaluation = isPopulation(instance, assignment)
      ? atPeople(instance, assignment, document)
      : at<Verification>(instance, assignment, (game) => {
          const one = readCase(instance, game, document)
          return verifyCase(one, game, userEntries, assignment)
        })
    return evaluation.ok ? evaluation.value : { kind: 'no-game', problems: evaluation.problems }
  } catch (error) {
    if (error instanceof Fault) return { kind: 'rejected', entry: spell(error.path), sentence: error.message }
    if (error instanceof Undecided) return { kind: 'undecided', what: error.message }
    throw error
  }
}

/** A game with people who differ: as the certificate lists them, if that is what the instance makes them. */
function atPeople(
  instance: GameInstance,
  assignment: Assignment,
  document: unknown,
): Evaluation<Verification> {
  const certificate = field(document, 'certificate')
  const unchecked = (what: string): Evaluation<Verification> => {
    return { ok: true, value: { kind: 'unchecked', what } }
  }
  if (field(certificate, 'types') === undefined) {
    return unchecked("people who differ where 'certificate.types' does not list them")
  }
  if (instance.provider.ties.word === 'weak')
    return unchecked('people who differ with ties against the provider')
  const nested = instance.randoms.some(
    (random) => random.purpose === 'population' && isNested(instance, assignment, random),
  )
  if (nested) return unchecked('people who differ by numbers of which the spread differs too')
  const found = at(instance, assignment, (game, termValue) =>
    listedTypes(instance, assignment, certificate, (expression) => {
      const outcome = termValue(expression, () => {
        throw new TypeError('a quantity that needs the solution')
      })
      if (!outcome.ok) throw new Undecided('how people differ')
      return game.arithmetic.toNumber(outcome.value)
    }),
  )
  if (!found.ok) return found
  const people = peopleOf(instance, assignment, found.value)
  if (people === null) return unchecked('people who differ in weight')
  const { declared, users } = people
  return at<Verification>(instance, people.assignment, (plain) => {
    if (plain.chain.chooser === 'user')
      return { kind: 'unchecked', what: 'people who differ and choose themselves' }
    const game = withPeople(plain, users)
    const pool = poolAt(game.arithmetic, document)
    const one = readPopulation(instance, game, declared, document, pool)
    if (one === null) return { kind: 'unchecked', what: 'people who differ in front of such a menu' }
    const entries = (each: NonNullable<typeof one>): readonly Expected[] => populationEntries(each, declared)
    return verifyCase(one, meanGame(one, instance, declared), entries, assignment)
  })
}

/**
 * @param told the game with its users as they are declared
 * @param users what the document must say of them
 */
function verifyCase<N>(
  one: Case<N>,
  told: Game<N>,
  users: (one: Case<N>) => readonly Expected[],
  assignment: Assignment,
): Verification {
  const { instance, game, document } = one
  const header = {
    schema: 'plumbline/solution@1',
    game: instance.name,
    label: instance.label,
    units: instance.units as Expected,
    concept: conceptOf(game),
    models: modelEntries(instance, told),
  }
  for (const [key, expected] of Object.entries(header)) compareEntries(expected, field(document, key), [key])
  const preferred = preferredCost(one)
  const totals = totalsOf(one, preferred ?? game.arithmetic.from(0))
  const bound = boundOf(one, totals)
  const slowing = slowingOf(one, totals.cost)
  const open = [
    ...(slowing.gain === null ? ['throttling'] : []),
    ...(preferred === null ? [`${instance.provider.name}.regret`] : []),
  ]
  const asserts = assertEntries(instance, assignment, document, open)
  const expected: Expected = {
    ...header,
    route: routeEntry(one, totals),
    users: users(one),
    ...totalEntries(one, totals),
    ...(preferred === null ? { provider: withoutRegret(totalEntries(one, totals).provider) } : {}),
    certificate: certificateEntries(one, totals, bound, slowing.gain),
    ...tieEntries(one),
    throttling: slowing.entry,
    asserts,
    candidates: candidateEntries(one, totals),
    flips: flipEntries(one),
    orders: orderEntries(told),
  }
  if (game.users.length === 1) checkAllUsed(one.pool, ['certificate', 'probabilities'])
  const trusted = compareEntries(expected, document)
  const unproved = one.answers.flatMap(({ best }, index): readonly Trusted[] =>
    best.proved
      ? []
      : [{ entry: `users[${String(index)}].best`, why: 'a better route for this user is not ruled out' }],
  )
  const stated = (): number => numberAt(field(field(document, 'certificate'), 'lower'), [])
  const lower = bound.kind === 'unknown' ? null : bound.kind === 'pieces' ? bound.lower : stated()
  const also = ['throttling', 'flips', 'asserts'].filter((key) => {
    const entry = field(document, key)
    const isThere = Array.isArray(entry) ? entry.length > 0 : typeof entry === 'object' && entry !== null
    return isThere && !trusted.some((each) => each.entry.startsWith(key))
  })
  return { kind: 'accepted', bound: bound.kind, lower, also, trusted: [...trusted, ...unproved] }
}

/** What makes a game one that is not checked here; null for nothing. */
function beyond({ provider, users }: GameInstance): string | null {
  if (provider.routing.word === 'hidden') return 'hidden routing'
  if (users.some(({ rationality }) => rationality !== null)) return 'bounded rationality'
  return provider.throttle === null ? null : 'a provider that throttles'
}

function isPopulation({ randoms }: GameInstance, assignment: Assignment): boolean {
  return randoms.some(({ purpose, name }) => purpose === 'population' && !assignment.has(name))
}

function conceptOf<N>({ chain, provider }: Game<N>): string {
  if (chain.chooser === 'user') return 'user-choice'
  return provider.ties === 'strong' ? 'strong-stackelberg' : 'weak-stackelberg'
}

/** What the route costs that users like best; null where that of several users together is not in the document. */
function preferredCost<N>({ game, answers, route }: Case<N>): N | null {
  const { arithmetic: ar, users } = game
  if (route === null) {
    return answers.reduce((total, { played }, index) => {
      return ar.add(total, ar.mul(users[index]?.weight ?? ar.from(0), played.outcome.cost))
    }, ar.from(0))
  }
  const [only, ...others] = answers
  return only === undefined || others.length > 0 ? null : only.best.cost
}

function withoutRegret(provider: Expected): Expected {
  const why = 'the route that several users like best together is not in the document'
  return { ...(provider as Readonly<Record<string, Expected>>), regret: new OnTrust(why) }
}

function boundOf<N>({ formula, game, sides, route, document }: Case<N>, { cost }: Totals<N>): Bound<N> {
  if (route === null) {
    const { strong, weak } = choicesOf(game, sides)
    const method = shapeOf(game) === null ? 'enumeration' : 'closed-form'
    return { kind: 'exact', method, lower: game.provider.ties === 'strong' ? strong : weak }
  }
  if (formula?.covers === true) {
    const lower = game.provider.ties === 'strong' ? formula.strong : formula.weak
    return { kind: 'exact', method: 'closed-form', lower }
  }
  const [escalation] = route.variables
  const near = escalation === undefined ? null : game.arithmetic.toNumber(escalation)
  return claimedBound(game, sides, field(document, 'certificate'), cost, near)
}

function routeEntry<N>({ game, route, formula, answers }: Case<N>, { cost }: Totals<N>): Expected {
  if (route === null) return null
  return {
    ...routeKey(game, route),
    transitions: transitionNames(game, route.variables),
    escalationSet: formula === null ? null : escalationEntries(game, formula, route, cost),
    cascades: answers.some((answer) => movesOn(game, answer)),
  }
}

/** Whether a user comes to a state other than the first. */
function movesOn<N>({ arithmetic: ar }: Game<N>, { route, played }: Answer<N>): boolean {
  return played.outcome.attempts.some((expected, state) => state !== route.start && ar.sign(expected) > 0)
}

function tieEntries<N>({ formula, route, game, sides }: Case<N>): Readonly<Record<string, Expected>> {
  const { arithmetic: ar } = game
  if (route === null && shapeOf(game) !== null) {
    const { strong, weak } = choicesOf(game, sides)
    if (order(ar, strong, weak) === 0) return { ties: absent }
    return { ties: { strong: ar.toNumber(strong), weak: ar.toNumber(weak), attained: true } }
  }
  if (formula?.covers !== true) return { ties: absent }
  const { strong, weak, attained } = formula
  if (attained && order(ar, strong, weak) === 0) return { ties: absent }
  return { ties: { strong: ar.toNumber(strong), weak: ar.toNumber(weak), attained } }
}
