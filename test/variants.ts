/**
 * Every value that differs from one of JSON in a single leaf, with the pointer to that leaf.
 *
 * @param instead what may stand in place of a leaf
 */
export function* variants(
  value: unknown,
  instead: (leaf: unknown) => readonly unknown[],
  pointer = '',
): Generator<readonly [pointer: string, changed: unknown]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const [at, changed] of variants(item, instead, `${pointer}/${String(index)}`))
        yield [at, value.with(index, changed)]
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      for (const [at, changed] of variants(item, instead, `${pointer}/${key}`))
        yield [at, { ...value, [key]: changed }]
  } else for (const other of instead(value)) yield [pointer, other]
}

/** A number by one unit in the last place, a text by its last letter, a truth value by the other, null by 0. */
export function byOneUnit(leaf: unknown): readonly unknown[] {
  if (typeof leaf === 'number') return [nextDouble(leaf)]
  if (typeof leaf === 'string') return [leaf.replace(/.$/, (last) => (last === '1' ? '2' : '1'))]
  return typeof leaf === 'boolean' ? [!leaf] : [0]
}

/** The next double away from 0. */
export function nextDouble(value: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  view.setBigUint64(0, view.getBigUint64(0) + 1n)
  return view.getFloat64(0)
}
