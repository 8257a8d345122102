import { jsonSchemaOf, type JsonSchema } from '../loading/jsonSchema.ts'
import { mismatch } from '../loading/mismatch.ts'
import {
  dictionary,
  either,
  flag,
  index,
  list,
  nullable,
  number,
  pair,
  record,
  type Shape,
  type ShapeNode,
  text,
  words,
} from '../loading/shape.ts'
import { alignmentShape } from './alignment.ts'
import { attemptsShape } from './attempts.ts'
import { baselinesShape } from './baselines.ts'
import { boxPart } from './boxes.ts'
import type {
  AbandonmentBy,
  AssertEntry,
  CandidateEntry,
  CertificateEntry,
  ModelEntry,
  OrdersEntry,
  ProviderEntry,
  ReplyShareEntry,
  RouteEntry,
  SolutionDocument,
  ThrottlingAlone,
  ThrottlingEntry,
  ThrottlingSearch,
  TiesEntry,
  TypesEntry,
  TypesSpread,
  UnansweredEntry,
  UserEntry,
} from './document.ts'
import { sensitivitiesShape } from './sensitivities.ts'
import { frontierShape } from './frontier.ts'
import { uncertaintyShape } from './uncertainty.ts'
import { flipsShape } from './flips.ts'
import { announcingShape, equilibriumShape } from './hidden.ts'
import { escalationInterval, exactForm, routeKey, routeShares, transitionsShape } from './parts.ts'

const model = record<ModelEntry>({
  name: text,
  label: nullable(text),
  cost: number,
  latency: number,
  success: number,
  price: number,
  costOfPass: number,
  latencyOfPass: number,
  netValue: dictionary(number),
})
const route = record<RouteEntry>(
  {
    start: nullable(text),
    starts: dictionary(number),
    routes: routeShares,
    escalation: nullable(dictionary(number)),
    transitions: transitionsShape,
    variables: dictionary(number),
    escalationSet: nullable(list(escalationInterval)),
    cascades: flag,
  },
  ['starts', 'routes', 'variables'],
)
type ByModel = Extract<AbandonmentBy, { readonly model: unknown }>
type ByCount = Extract<AbandonmentBy, { readonly leavesAfter: unknown }>
type Quantiles = NonNullable<UserEntry['quantiles']>
const abandonmentBy = either<ByModel, ByCount>(
  record<ByModel>({ model: dictionary(nullable(number)) }),
  record<ByCount>({ leavesAfter: nullable(index) }),
)
const replyShare = record<ReplyShareEntry>(
  { share: number, begins: flag, abandonment: nullable(number), abandonmentBy },
  ['abandonmentBy'],
)
const user = record<UserEntry>(
  {
    name: text,
    label: nullable(text),
    weight: number,
    regime: text,
    begins: flag,
    abandonment: nullable(number),
    abandonmentSet: nullable(list(pair(number, number))),
    staying: number,
    mixture: list(replyShare, 1),
    abandonmentBy,
    success: number,
    latency: nullable(number),
    attempts: nullable(number),
    finite: { kind: 'flag' },
    utility: number,
    route: routeKey,
    best: record<UserEntry['best']>({ utility: number, route: routeKey }),
    gap: number,
    types: index,
    losing: number,
    quantiles: record<Quantiles>({ levels: list(number), utility: list(number), gap: list(number) }),
  },
  ['staying', 'mixture', 'abandonmentBy', 'finite', 'route', 'types', 'losing', 'quantiles'],
)
const provider = record<ProviderEntry>({
  name: text,
  label: nullable(text),
  menu: text,
  cost: number,
  serving: number,
  loss: number,
  regret: number,
})
type Range = NonNullable<ThrottlingEntry['ranges']>[number]
const throttling = record<ThrottlingEntry>(
  {
    pays: flag,
    gain: number,
    harm: number,
    latencies: nullable(dictionary(number)),
    above: flag,
    route: nullable(routeKey),
    startsAt: nullable(number),
    endsAt: nullable(number),
    ranges: list(record<Range>({ from: number, to: nullable(number) })),
    alone: list(
      record<ThrottlingAlone>({ model: text, latency: number, gain: number, enough: flag, route: routeKey }),
    ),
    search: record<ThrottlingSearch>(
      { lower: number, upper: number, tolerance: number, ended: words('time', 'nodes', 'cancelled') },
      ['ended'],
    ),
  },
  ['above', 'route', 'ranges', 'alone', 'search'],
)
const certificate = record<CertificateEntry>(
  {
    method: words('closed-form', 'branch-and-bound', 'enumeration', 'mutual-best-response'),
    case: text,
    lower: number,
    upper: number,
    tolerance: number,
    ended: words('time', 'nodes', 'cancelled'),
    exact: dictionary(exactForm),
    probabilities: list(exactForm),
    boxes: list(list(boxPart)),
    types: list(
      record<TypesEntry>({
        user: text,
        of: number,
        spreads: list(record<TypesSpread>({ name: text, step: number, means: list(number) }), 1),
      }),
      1,
    ),
  },
  ['tolerance', 'ended', 'probabilities', 'boxes', 'types'],
)
type AssertSide = number | string | boolean
const side: Shape<AssertSide> = either<number, string | boolean>(number, either<string, boolean>(text, flag))
const assert = record<AssertEntry>(
  { text, message: nullable(text), holds: flag, left: nullable(side), right: nullable(side) },
  ['message'],
)
const candidate = record<CandidateEntry>({
  id: text,
  route: routeKey,
  abandonment: nullable(number),
  cost: number,
  serving: number,
  loss: number,
  success: number,
  latency: nullable(number),
  attempts: nullable(number),
  utility: number,
  chosen: flag,
  ties: flag,
})
const groups = list(list(text, 1))
const orders = record<OrdersEntry>({
  provider: groups,
  users: dictionary(groups),
  conflict: flag,
  paper: flag,
})

/** The shape of `plumbline/solution@1`. It does not compile when it and `SolutionDocument` part ways. */
export const solutionShape: Shape<SolutionDocument> = record<SolutionDocument>(
  {
    schema: words('plumbline/solution@1'),
    game: text,
    label: nullable(text),
    units: record<SolutionDocument['units']>({
      cost: nullable(text),
      time: nullable(text),
      utility: nullable(text),
    }),
    concept: words('strong-stackelberg', 'weak-stackelberg', 'user-choice', 'nash'),
    models: list(model, 1),
    route: nullable(route),
    users: list(user, 1),
    provider,
    misalignment: record<SolutionDocument['misalignment']>({ gap: number, relative: nullable(number) }),
    throttling: nullable(throttling),
    welfare: nullable(number),
    certificate,
    ties: record<TiesEntry>({ strong: number, weak: number, attained: flag }),
    asserts: list(assert),
    candidates: list(candidate),
    flips: flipsShape,
    sensitivities: sensitivitiesShape,
    orders,
    equilibria: list(equilibriumShape, 1),
    announcing: announcingShape,
    uncertainty: uncertaintyShape,
    baselines: baselinesShape,
    frontier: frontierShape,
    alignment: alignmentShape,
    attempts: attemptsShape,
    unanswered: list(record<UnansweredEntry>({ name: text, reason: text }), 1),
  },
  [
    'ties',
    'candidates',
    'flips',
    'sensitivities',
    'orders',
    'equilibria',
    'announcing',
    'uncertainty',
    'baselines',
    'frontier',
    'alignment',
    'attempts',
    'unanswered',
  ],
)

const named: ReadonlyMap<string, ShapeNode> = new Map<string, ShapeNode>([
  ['route', routeKey],
  ['exact', exactForm],
  ['user', user],
  ['candidate', candidate],
])

/** The JSON Schema (draft 2020-12) of a solution document, from the shape by which one is checked. */
export function solutionSchema(): JsonSchema {
  return jsonSchemaOf(solutionShape, named, 'A solved game, plumbline/solution@1')
}

/** A solution document that was read back, or a sentence with the place of what is wrong with it. */
export type LoadedSolution =
  | { readonly ok: true; readonly document: SolutionDocument }
  | { readonly ok: false; readonly message: string }

/** Checks that a JSON value has the form of a solution document. Whether it solves a game is not asked. */
export function loadSolution(json: unknown): LoadedSolution {
  const wrong = mismatch(json, solutionShape, 'the solution')
  return wrong === null ? { ok: true, document: json as SolutionDocument } : { ok: false, message: wrong }
}
