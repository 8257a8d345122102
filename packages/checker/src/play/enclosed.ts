import { enclosure, type Arithmetic, type Enclosure } from '@plumbline/game'
import type { Side, Step } from './side.ts'

/** A number as an enclosure. */
export function enclosed<N>(ar: Arithmetic<N>, n: N): Enclosure {
  const form = ar.toExact(n)
  if (form === null) return enclosureOf(n)
  if (typeof form === 'string') return enclosure.from(form)
  const root = enclosure.sqrt(enclosure.from(form.root))
  return enclosure.add(enclosure.from(form.a), enclosure.mul(enclosure.from(form.b), root))
}

/** Only a number of an enclosure has no exact form. */
function enclosureOf(n: unknown): Enclosure {
  if (typeof n !== 'object' || n === null || !('lo' in n) || !('hi' in n)) throw new TypeError('no enclosure')
  return n as Enclosure
}

/** A user's side of a game in enclosures: for sums of many terms, whose exact digits would grow with their number. */
export function enclosedSide<N>(side: Side<N>): Side<Enclosure> {
  const { arithmetic: ar, user, penalty, surds, kinds } = side
  const of = (n: N): Enclosure => enclosed(ar, n)
  const step = ({ success, failure, latency, serving, worth }: Step<N>): Step<Enclosure> => ({
    success: of(success),
    failure: of(failure),
    latency: of(latency),
    serving: of(serving),
    worth: of(worth),
  })
  return {
    arithmetic: enclosure,
    user: {
      ...user,
      weight: of(user.weight),
      value: of(user.value),
      patience: of(user.patience),
      outside: user.outside === null ? null : of(user.outside),
      rationality: user.rationality === null ? null : of(user.rationality),
    },
    penalty: of(penalty),
    surds,
    kinds: kinds.map(({ weight, stages }) => {
      return { weight: of(weight), stages: stages.map((steps) => steps.map(step)) }
    }),
  }
}
