import type { FieldNodes, ShapeNode } from './shape.ts'

/** How deep expressions and conditions may nest. */
const nestingLimit = 2000

/** A place in a JSON value, from the inside out. */
interface Place {
  readonly key: string | number
  readonly within: Place | null
}

interface Item {
  readonly json: unknown
  readonly shape: ShapeNode
  readonly place: Place | null
  readonly nesting: number
}

/**
 * The first thing, in the order of the shape, in which a value differs from a shape: its path and a sentence,
 * `models[1].cost: expected an object, found 3`. Null where nothing differs. Reads own properties only, and
 * keeps a stack of its own, so that neither names nor nesting of hostile data do harm.
 *
 * @param whole - what to call the value itself
 * @param known - values that are known to be in order wherever they stand
 */
export function mismatch(
  json: unknown,
  shape: ShapeNode,
  whole = 'the instance',
  known: ReadonlySet<unknown> = new Set(),
): string | null {
  const rest: Item[] = [{ json, shape, place: null, nesting: 0 }]
  for (let item = rest.pop(); item !== undefined; item = rest.pop()) {
    if (known.has(item.json)) continue
    const parts = partsOf(item)
    if (typeof parts === 'string') return `${pathOf(item.place, whole)}: ${parts}`
    for (const part of parts.toReversed()) rest.push(part)
  }
  return null
}

/** What remains to be looked at inside a value, or what is wrong with it. */
function partsOf(item: Item): readonly Item[] | string {
  const { json, shape, place, nesting } = item
  switch (shape.kind) {
    case 'text':
      if (typeof json !== 'string') return expected(shape.what, json)
      return shape.pattern === null || shape.pattern.test(json) ? [] : expected(shape.what, json)
    case 'flag':
      return typeof json === 'boolean' ? [] : expected('true or false', json)
    case 'number':
      if (shape.index) return isIndex(json) ? [] : expected('a whole number from 0 on', json)
      return typeof json === 'number' && Number.isFinite(json) ? [] : expected('a number', json)
    case 'words':
      return typeof json === 'string' && shape.words.includes(json) ? [] : expected(oneOf(shape.words), json)
    case 'nullable':
      return json === null ? [] : [{ ...item, shape: shape.of }]
    case 'list':
      if (!Array.isArray(json)) return expected('a list', json)
      if (json.length < shape.least) return `expected at least ${String(shape.least)}, found none`
      return Array.from(json, (element: unknown, key) => ({
        json: element,
        shape: shape.of,
        place: { key, within: place },
        nesting,
      }))
    case 'tuple': {
      const count = shape.of.length
      if (!Array.isArray(json) || json.length !== count) return expected(`a list of ${String(count)}`, json)
      return shape.of.map((each, key) => ({
        json: json[key] as unknown,
        shape: each,
        place: { key, within: place },
        nesting,
      }))
    }
    case 'dictionary':
      if (!isObject(json)) return expected('an object', json)
      return Object.entries(json).map(([key, value]) => ({
        json: value,
        shape: shape.of,
        place: { key, within: place },
        nesting,
      }))
    case 'either': {
      if (shape.of.some((each) => mismatch(json, each) === null)) return []
      // None fits: the last form is the one that is told of.
      const last = shape.of.at(-1)
      return last === undefined ? expected('nothing', json) : [{ ...item, shape: last }]
    }
    case 'record':
      return isObject(json)
        ? fieldsOf(json, shape.fields, shape.optional, item, null)
        : expected('an object', json)
    case 'tagged': {
      if (!isObject(json)) return expected('an object', json)
      const word = Object.hasOwn(json, shape.tag) ? json[shape.tag] : undefined
      const fields =
        typeof word === 'string' && Object.hasOwn(shape.cases, word) ? shape.cases[word] : undefined
      if (fields === undefined) return `'${shape.tag}' ${expected(oneOf(Object.keys(shape.cases)), word)}`
      return fieldsOf(json, fields, shape.optional, item, shape.tag)
    }
    case 'nested':
      if (nesting >= nestingLimit) return `nested more than ${String(nestingLimit)} deep`
      return [{ ...item, shape: shape.of(), nesting: nesting + 1 }]
  }
}

function fieldsOf(
  json: Readonly<Record<string, unknown>>,
  fields: FieldNodes,
  optional: readonly string[],
  { place, nesting }: Item,
  tag: string | null,
): readonly Item[] | string {
  const stranger = Object.keys(json).find((key) => key !== tag && !Object.hasOwn(fields, key))
  if (stranger !== undefined) {
    const known = [...(tag === null ? [] : [tag]), ...Object.keys(fields)]
    return `has no field '${shortened(stranger)}'; its fields are ${known.join(', ')}`
  }
  const parts: Item[] = []
  for (const [key, shape] of Object.entries(fields)) {
    const present = Object.hasOwn(json, key)
    if (!present && !optional.includes(key)) return `lacks the field '${key}'`
    if (present) parts.push({ json: json[key], shape, place: { key, within: place }, nesting })
  }
  return parts
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function isIndex(json: unknown): boolean {
  return typeof json === 'number' && Number.isSafeInteger(json) && json >= 0
}

function expected(what: string, json: unknown): string {
  return `expected ${what}, found ${describe(json)}`
}

function oneOf(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word}'`)
  return quoted.length === 1 ? quoted.join('') : `one of ${quoted.join(', ')}`
}

function describe(json: unknown): string {
  if (json === undefined) return 'nothing'
  if (json === null) return 'null'
  if (typeof json === 'string') return `the text '${shortened(json)}'`
  if (Array.isArray(json)) return 'a list'
  return typeof json === 'number' || typeof json === 'boolean' ? String(json) : 'an object'
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** `models[1].cost.expression`; `whole` where it has no steps. */
function pathOf(place: Place | null, whole: string): string {
  if (place === null) return whole
  const keys: (string | number)[] = []
  for (let at: Place | null = place; at !== null; at = at.within) keys.unshift(at.key)
  const path = keys.map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${key}`)).join('')
  const shown = path.startsWith('.') ? path.slice(1) : path
  return shown.length > 200 ? `${shown.slice(0, 100)}…${shown.slice(-60)}` : shown
}
