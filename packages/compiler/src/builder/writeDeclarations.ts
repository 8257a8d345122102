import type { KindDefinition } from '../vocabulary/define.ts'
import {
  kindOf,
  isRecord,
  found,
  given,
  nameList,
  nameText,
  numericText,
  numericTexts,
  quoted,
} from './writeValue.ts'

/** Which part of a definition is written, for messages, and the kinds that the vocabulary has. */
export interface Writing {
  readonly at: string
  readonly kinds: ReadonlyMap<string, KindDefinition>
}

/** One declaration: documentation, head, block. */
export function declaration(
  kind: string,
  name: unknown,
  described: Readonly<Record<string, unknown>>,
  { at }: Writing,
  rest: { readonly value?: string; readonly within?: string; readonly entries?: readonly string[] } = {},
): string {
  const doc = described['doc'] === undefined ? '' : documentation(described['doc'], `${at}.doc`)
  const label = described['label'] === undefined ? '' : ` ${quoted(described['label'], `${at}.label`)}`
  const value = rest.value === undefined ? '' : ` = ${rest.value}`
  const within = rest.within === undefined ? '' : ` in ${rest.within}`
  const block = rest.entries === undefined ? '' : ` {\n${rest.entries.map((entry) => `${entry}\n`).join('')}}`
  return `${doc}${kind} ${nameText(name, at)}${label}${value}${within}${block}\n`
}

function documentation(text: unknown, at: string): string {
  if (typeof text !== 'string') throw new TypeError(`${at}: expected a text, found ${found(text)}`)
  return text
    .split(/\r\n?|\n/)
    .map((line) => `/// ${line}\n`)
    .join('')
}

/** The entries of a block, each `path: value`, but for the keys that are no fields. */
export function entries(
  kind: string,
  fields: Readonly<Record<string, unknown>>,
  writing: Writing,
  others: readonly string[] = [],
): readonly string[] {
  const apart = new Set(['label', 'doc', ...others])
  return given(fields, writing.at)
    .filter(([path]) => !apart.has(path))
    .map(([path, value]) => {
      const at = `${writing.at}.${path}`
      const [head = ''] = path.split('.')
      return `${pathText(path, at)}: ${valueText(value, kind, head, { ...writing, at })}`
    })
}

/** A dotted path of names. */
export function pathText(path: string, at: string): string {
  return path
    .split('.')
    .map((part) => nameText(part, at))
    .join('.')
}

function valueText(value: unknown, kind: string, field: string, { at, kinds }: Writing): string {
  if (typeof value === 'string') return nameText(value, at)
  if (!Array.isArray(value)) return numericText(value, at)
  const items = numericTexts(value, at)
  const known = kinds.get(kind)?.fields.find(({ name }) => name === field)
  return known?.value.kind === 'range' && items.length === 2 ? items.join(' .. ') : `[${items.join(', ')}]`
}

/** What a model is made from, after its `=`. */
export function sourceText(source: unknown, at: string): string {
  if (typeof source === 'string') return nameText(source, at)
  if (kindOf(source) === 'amount') return numericText(source, at)
  if (!isRecord(source))
    throw new TypeError(`${at}: expected a model or what to make of models, found ${found(source)}`)
  if (Object.hasOwn(source, 'retry'))
    return `retry(${nameText(source['retry'], at)}, ${numericText(source['times'], `${at}.times`)})`
  if (Object.hasOwn(source, 'parallel')) return `parallel(${nameList(source['parallel'], at)})`
  if (!Object.hasOwn(source, 'verified'))
    throw new TypeError(`${at}: expected one of retry, parallel and verified`)
  const [first, by, otherwise] = ['verified', 'by', 'else'].map((key) =>
    nameText(source[key], `${at}.${key}`),
  )
  return `verified(${first}, by: ${by}, else: ${otherwise})`
}
