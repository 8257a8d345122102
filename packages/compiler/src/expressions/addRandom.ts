import type { Dimension, Expression, RandomVariable } from '@plumbline/game'
import type { Expr } from '@plumbline/parser'
import { originOf } from '../reporting/originOf.ts'
import { placeAt, type Site, type Typed } from './site.ts'

/**
 * A spread as a random variable of the instance, referred to by its name; where only point values are wanted it is
 * its point. A spread that is all of a field or a `let` has that one's name, others are numbered: `o3.latency~2`.
 */
export function addRandom(
  node: Expr,
  site: Site,
  dimension: Dimension,
  spread: { readonly distribution: RandomVariable['distribution']; readonly point: Expression },
): Typed {
  const { random, compilation } = site
  if (random === null) return { term: spread.point, dimension, node }
  const whole = !random.name.endsWith('~')
  const name = whole ? random.name : numbered(random.name, site)
  const origin = originOf(placeAt(site, node))
  compilation.randoms.push({
    name,
    purpose: random.purpose ?? 'uncertainty',
    distribution: spread.distribution,
    range: whole ? random.range : 'any',
    point: spread.point,
    dimension,
    origin,
  })
  return { term: { op: 'ref', name }, dimension, node }
}

/** The site of what stands inside of a spread: a spread there is another random variable, with a name of its own. */
export function insideSpread(site: Site): Site {
  const { random } = site
  return random === null || random.name.endsWith('~')
    ? site
    : { ...site, random: { ...random, name: `${random.name}~`, range: 'any' } }
}

function numbered(base: string, { compilation: { randoms } }: Site): string {
  let before = 0
  while (randoms.at(-1 - before)?.name.startsWith(base) === true) before++
  return `${base}${before + 1}`
}
