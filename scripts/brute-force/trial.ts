import { compile } from '@plumbline/compiler'
import type { RouteKey, SolutionDocument } from '@plumbline/game'
import { solve } from '@plumbline/solver'
import {
  answersTo,
  bestOfMenu,
  costOfRoute,
  utilityOfRoute,
} from '../../packages/solver/src/oracle/best-of-menu.ts'
import type { Answers } from '../../packages/solver/src/oracle/answers.ts'
import type { Sheet, SheetRoute } from '../../packages/solver/src/oracle/sheet.ts'
import { draw } from './draw.ts'
import { bestSlowed, delaysOf, slowed, temptationFaults } from './slowing.ts'

/** What came of one random game: what is wrong with its solution, and how it was reached. */
export interface Verdict {
  readonly text: string
  readonly faults: readonly string[]
  /** Null where the game was refused. */
  readonly document: SolutionDocument | null
  readonly milliseconds: number
}

/** How the solver is asked, and how hard the search tries. */
export interface TrialOptions {
  readonly tolerance: number
  readonly nodes: number
  readonly tries: number
}

/** Solves a random game and compares the solution with what a search that knows no theory comes upon. */
export function trial(random: () => number, { tolerance, nodes, tries }: TrialOptions): Verdict {
  const { text, sheet } = draw(random)
  const { instance, diagnostics } = compile({ name: 'drawn.game', text })
  if (instance === null) {
    const messages = diagnostics.map(({ message }) => message)
    return { text, faults: [`does not compile: ${messages.join('; ')}`], document: null, milliseconds: 0 }
  }
  const began = performance.now()
  const result = solve(instance, new Map(), { tolerance, nodes })
  const milliseconds = performance.now() - began
  if (!result.ok) {
    return { text, faults: [`refused: ${JSON.stringify(result.problems)}`], document: null, milliseconds }
  }
  const { document } = result
  const faults = sheet.choice
    ? choiceFaults(sheet, document)
    : [
        ...costFaults(sheet, document, random, tries),
        ...utilityFaults(sheet, document, random, tries),
        ...temptationFaults(sheet, document, (route) => escalationsOf(sheet, route), random, tries),
      ]
  return { text, faults, document, milliseconds }
}

/** Relative rounding that doubles are forgiven. */
const rounding = 1e-8

function costFaults(
  sheet: Sheet,
  document: SolutionDocument,
  random: () => number,
  tries: number,
): readonly string[] {
  const { provider, certificate, route, users, ties } = document
  if (route === null) return ['no route']
  const { cost } = provider
  const { lower, upper, tolerance = 0 } = certificate
  const plain = bestOfMenu(sheet, (each) => costOfRoute(sheet, each), random, tries)
  const slower = sheet.throttle === null ? Infinity : bestSlowed(sheet, sheet.throttle, random, tries)
  const found = slower < plain.value ? { value: slower, route: 'a slowed one' } : plain
  const slack = rounding * Math.max(Math.abs(found.value), Math.abs(cost), sheet.P, 1e-3)
  const faults: string[] = []
  const told = routeOf(sheet, route)
  if (lower > found.value + slack) {
    faults.push(`lower ${lower} exceeds ${found.value} of ${JSON.stringify(found.route)}`)
  }
  const isReached = upper - lower <= tolerance * Math.abs(upper) + slack
  if (isReached && cost > found.value + tolerance * Math.abs(cost) + slack) {
    faults.push(`costs ${cost}, but ${found.value} is possible: ${JSON.stringify(found.route)}`)
  }
  const played = sheet.throttle === null ? sheet : slowed(sheet, delaysOf(document))
  const answered = answersTo(played, told, 1e-9)
  if (answered === null) return [...faults, 'the route is none']
  const mean = (of: (each: Answers) => number): number =>
    answered.reduce((sum, each, index) => sum + of(each) * (sheet.users[index]?.weight ?? 0), 0)
  const [least, most] = [mean((each) => each.least), mean((each) => each.most)]
  if (ties?.attained !== false && (cost < least - slack || cost > most + slack)) {
    faults.push(`says ${cost} for its route, which costs ${least} to ${most}`)
  }
  answered.forEach(({ utility }, index) => {
    const said = users[index]?.utility ?? NaN
    if (!(Math.abs(said - utility) <= 1e-7 * Math.max(1, Math.abs(utility)))) {
      faults.push(`user ${index} has ${utility} of the route, not ${said}`)
    }
  })
  return faults
}

function utilityFaults(
  sheet: Sheet,
  { users }: SolutionDocument,
  random: () => number,
  tries: number,
): readonly string[] {
  // One user is enough of a check for each game, and all of them would take long.
  const asked = Math.floor(random() * users.length)
  return users.flatMap(({ best, gap, utility }, index) => {
    if (index !== asked) return []
    const found = -bestOfMenu(
      sheet,
      (route) => -utilityOfRoute(sheet, route, index),
      random,
      Math.ceil(tries / 2),
    ).value
    const slack = 2e-6 * Math.max(1e-3, Math.abs(found)) + rounding
    return [
      ...(best.utility < found - slack
        ? [`user ${index}: best ${best.utility}, but ${found} is possible`]
        : []),
      ...(gap < 0 || Math.abs(gap - (best.utility - utility)) > 1e-9 ? [`user ${index}: gap ${gap}`] : []),
    ]
  })
}

function choiceFaults(sheet: Sheet, { users, provider }: SolutionDocument): readonly string[] {
  let cost = 0
  const faults = sheet.users.flatMap(({ weight }, index) => {
    const options = sheet.starts.flatMap((start) => answersTo(sheet, { start, values: [] })?.[index] ?? [])
    const most = options.reduce((best, { utility }) => Math.max(best, utility), -Infinity)
    const good = options.filter(({ utility }) => utility >= most - 1e-12 * Math.max(1, Math.abs(most)))
    const costs = good.map(({ least, most: dear }) => (sheet.ties === 'strong' ? least : dear))
    cost += weight * (sheet.ties === 'strong' ? Math.min(...costs) : Math.max(...costs))
    const said = users[index]?.utility ?? NaN
    return Math.abs(said - most) <= 1e-9 * Math.max(1, Math.abs(most))
      ? []
      : [`user ${index}: ${said}, not ${most}`]
  })
  // A peak between staying and leaving is found to some eight digits; the cost is not level there as the utility is.
  return Math.abs(provider.cost - cost) <= 1e-7 * Math.max(1, Math.abs(cost))
    ? faults
    : [...faults, `costs ${provider.cost}, not ${cost}`]
}

/** A document's route by the sheet's steps. */
function routeOf(sheet: Sheet, { start, transitions }: NonNullable<SolutionDocument['route']>): SheetRoute {
  const names = ['a', 'b', 'c', 'd']
  return {
    start: names.indexOf(start ?? ''),
    values: sheet.steps.map(({ from, to }) => transitions[names[from] ?? '']?.[names[to] ?? ''] ?? 0),
  }
}

/** The route of a key, whose escalations are told by the model or by all transitions. */
function escalationsOf(
  sheet: Sheet,
  { start, escalation, transitions }: Pick<RouteKey, 'start' | 'escalation' | 'transitions'>,
): SheetRoute {
  const names = ['a', 'b', 'c', 'd']
  return {
    start: names.indexOf(start),
    values: sheet.steps.map(({ from, to }) => {
      const [one, other] = [names[from] ?? '', names[to] ?? '']
      return transitions === undefined ? (escalation?.[one] ?? 0) : (transitions[one]?.[other] ?? 0)
    }),
  }
}
