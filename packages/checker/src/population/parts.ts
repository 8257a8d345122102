/** A distribution as a density of some score, from which the value follows. */
export interface Density {
  /** The logarithm of the density at a score, up to a constant; concave. */
  readonly log: (score: number) => number
  readonly value: (score: number) => number
  /** The scores between which it lies; may be infinite. */
  readonly from: number
  readonly to: number
  /** The score of the greatest density where there is no limit. */
  readonly mode: number
  /** A distance in scores over which it changes. */
  readonly scale: number
}

/** What is left out on either side has a density below the greatest by this factor, in logarithms. */
const negligible = 60
const panels = 800

/** Gauss and Legendre's places and weights of four points in (0, 1). */
const gauss = [
  [0.06943184420297371, 0.17392742256872692],
  [0.33000947820757187, 0.32607257743127307],
  [0.6699905217924281, 0.32607257743127307],
  [0.9305681557970263, 0.17392742256872692],
] as const

/**
 * The means of so many parts of equal probability, ascending, by quadrature: to some twelve digits.
 *
 * @returns null where nothing lies between the limits
 */
export function partMeans(density: Density, count: number): readonly number[] | null {
  const { log, value } = density
  if (density.from === density.to) return Array.from({ length: count }, () => value(density.from))
  if (!(density.from < density.to)) return null
  const mode = Math.min(Math.max(density.mode, density.from), density.to)
  const top = log(mode)
  const end = (sign: 1 | -1, limit: number): number => {
    let away = density.scale * 1e-3
    while (sign * (limit - mode) > away && top - log(mode + sign * away) < negligible) away *= 1.25
    return sign * (limit - mode) > away ? mode + sign * away : limit
  }
  const [from, to] = [end(-1, density.from), end(1, density.to)]
  const integrals = (low: number, high: number): readonly [mass: number, moment: number] => {
    let [mass, moment] = [0, 0]
    for (const [at, weight] of gauss) {
      const score = low + at * (high - low)
      const share = weight * (high - low) * Math.exp(log(score) - top)
      mass += share
      moment += share * value(score)
    }
    return [mass, moment]
  }
  const edge = (k: number): number => from + ((to - from) * k) / panels
  const [masses, moments] = [[0], [0]]
  for (let k = 0; k < panels; k++) {
    const [mass, moment] = integrals(edge(k), edge(k + 1))
    masses.push((masses[k] ?? 0) + mass)
    moments.push((moments[k] ?? 0) + moment)
  }
  const whole = masses[panels] ?? 0
  let panel = 0
  const momentBelow = (share: number): number => {
    const target = share * whole
    while (panel < panels - 1 && (masses[panel + 1] ?? 0) <= target) panel++
    const start = edge(panel)
    let [low, high] = [start, edge(panel + 1)]
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2
      if ((masses[panel] ?? 0) + integrals(start, middle)[0] < target) low = middle
      else high = middle
    }
    return (moments[panel] ?? 0) + integrals(start, low)[1]
  }
  const below = Array.from({ length: count + 1 }, (_, k) =>
    k === 0 ? 0 : k === count ? (moments[panels] ?? 0) : momentBelow(k / count),
  )
  return below.slice(1).map((moment, k) => ((moment - (below[k] ?? 0)) / whole) * count)
}
