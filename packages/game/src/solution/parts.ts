import type { ExactForm } from '../arithmetic/arithmetic.ts'
import {
  dictionary,
  either,
  list,
  nullable,
  number,
  record,
  type Shape,
  text,
  words,
} from '../loading/shape.ts'
import type { Dimension } from '../instance/quantity.ts'
import type { EscalationInterval, RouteKey, RouteShareEntry } from './document.ts'

type Surd = Exclude<ExactForm, string>

/** Of an exact number: `"27/31"`, or `a + b·√root`. */
export const exactForm: Shape<ExactForm> = either<string, Surd>(
  text,
  record<Surd>({ a: text, b: text, root: text }),
)

export const transitionsShape: Shape<NonNullable<RouteKey['transitions']>> = dictionary(dictionary(number))

/** Of a route by the names of its models. */
export const routeKey: Shape<RouteKey> = record<RouteKey>(
  {
    start: text,
    escalation: nullable(dictionary(number)),
    transitions: transitionsShape,
    variables: dictionary(number),
  },
  ['transitions', 'variables'],
)

/** Routes that are drawn with their shares. */
export const routeShares: Shape<readonly RouteShareEntry[]> = list(
  record<RouteShareEntry>({ share: number, route: routeKey }),
  1,
)

export const escalationInterval: Shape<EscalationInterval> = record<EscalationInterval>(
  { from: number, to: number, open: list(words('from', 'to'), 1) },
  ['open'],
)

export const dimensionShape: Shape<Dimension> = record<Dimension>(
  { money: number, time: number, tokens: number },
  ['money', 'time', 'tokens'],
)
