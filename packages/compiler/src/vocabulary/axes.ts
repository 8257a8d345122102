/** A way to space the values of an axis, written as a call. */
export interface SpacingDefinition {
  readonly name: 'linear' | 'geometric'
  readonly doc: string
  readonly example: string
}

/** `linear(from, to, points)` and `geometric(from, to, points)`. */
export const spacings: readonly SpacingDefinition[] = [
  {
    name: 'linear',
    doc: 'evenly spaced values, both ends included',
    example: 'linear(0.05 USD, 2 USD, 200)',
  },
  {
    name: 'geometric',
    doc: 'values each of which is the same multiple of the one before, both ends included',
    example: 'geometric(0.01 USD, 10 USD, 50)',
  },
]

/** How many points a bare range `lo .. hi` takes. */
export const pointsOfRange = 101

/** The most points that one axis may have. */
export const mostPoints = 1_000_000_000
