import type { Place } from '../follower/reply-cells.ts'
import type { Offer, Option } from './offers.ts'

/** Offers in another arithmetic, and the way back. */
export interface ConvertedOffers<N, M> {
  readonly offers: readonly Offer<M>[]
  readonly original: (option: Option<M>) => Option<N>
  readonly place: (place: Place<M>) => N
}

/** The same offers with every number converted; options that were one stay one. */
export function convertOffers<N, M>(
  offers: readonly Offer<N>[],
  convert: (x: N) => M,
): ConvertedOffers<N, M> {
  const forth = new Map<Option<N>, Option<M>>()
  const back = new Map<Option<M>, Option<N>>()
  const places = new Map<Place<M>, N>()
  const option = (from: Option<N>): Option<M> => {
    const known = forth.get(from)
    if (known !== undefined) return known
    const { serving, loss } = from.line
    const made: Option<M> = {
      ...from,
      persistence: convert(from.persistence),
      utility: convert(from.utility),
      line: { serving: convert(serving), loss: convert(loss) },
    }
    forth.set(from, made)
    back.set(made, from)
    return made
  }
  const place = (from: Place<N>): Place<M> => {
    const made = { name: from.name, at: convert(from.at) }
    places.set(made, from.at)
    return made
  }
  const offer = (from: Offer<N>): Offer<M> => {
    switch (from.kind) {
      case 'start':
        return { ...from, options: from.options.map(option) }
      case 'point':
        return { ...from, place: place(from.place), options: from.options.map(option) }
      case 'open':
        return {
          ...from,
          from: place(from.from),
          to: place(from.to),
          leave: from.leave === null ? null : option(from.leave),
          limits: from.limits.map((limit) => ({ place: place(limit.place), option: option(limit.option) })),
        }
    }
  }
  return {
    offers: offers.map(offer),
    original: (made) => known(back.get(made)),
    place: (made) => known(places.get(made)),
  }
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new TypeError('an offer that was not converted here')
  return found
}
