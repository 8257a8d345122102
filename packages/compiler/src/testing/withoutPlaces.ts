/** Plain data without the places in files that it has: what is left is what it means. */
export function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'origin' ? null : each)))
}
