import { at, loadInstance } from '@plumbline/game'
import { pick } from './mutate.ts'

const scraps: readonly unknown[] = [
  null, true, 0, -1, 1.5, 2 ** 53, '', '__proto__', '\ud800', '1/0', '-3', '9'.repeat(2601), 'model', [], {}, { op: 'ref', name: 'wait' },
  { op: 'number', value: '0' }, { op: 'div', left: { op: 'number', value: '1' }, right: { op: 'number', value: '0' } },
] // prettier-ignore

/**
 * What is wrong with how an instance is read and reckoned with whose JSON is changed in one place, or null: it is
 * refused with a sentence, or its numbers are, or they are all in order; nothing throws.
 */
export function changedInstance(instance: unknown, random: () => number): string | null {
  const json: unknown = JSON.parse(JSON.stringify(instance))
  const places: { readonly within: Record<string, unknown>; readonly key: string }[] = []
  const rest: unknown[] = [json]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const within = next as Record<string, unknown>
    for (const key of Object.keys(within)) {
      places.push({ within, key })
      rest.push(within[key])
    }
  }
  const { within, key } = pick(random, places)
  if (random() < 0.2) Reflect.deleteProperty(within, key)
  else within[key] = random() < 0.5 ? pick(random, scraps) : pick(random, places).within
  const loaded = loadInstance(json)
  if (!loaded.ok) return /undefined|NaN|\[object/.test(loaded.message) ? `said: ${loaded.message}` : null
  at(loaded.instance, new Map(), () => true)
  return null
}
