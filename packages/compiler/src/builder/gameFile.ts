import { format, type SourceFile } from '@plumbline/parser'
import type { Vocabulary } from '../vocabulary/define.ts'
import { vocabulary as ours } from '../vocabulary/vocabulary.ts'
import { expressionText } from './amount.ts'
import type { GameDefinition } from './definition.ts'
import { declaration, entries, pathText, sourceText, type Writing } from './writeDeclarations.ts'
import {
  given,
  isNumeric,
  isRecord,
  kindOf,
  nameList,
  numericText,
  numericTexts,
  quoted,
} from './writeValue.ts'

/**
 * Writes a game that is data as the `.game` file that says the same, in its canonical layout: to keep, to show, or
 * for `compile`, which says all that is wrong with it.
 *
 * @throws TypeError where a name is none, or where something of another type stands; the message names the place
 */
export function gameFile<
  const Model extends string,
  const Task extends string = never,
  const Verifier extends string = never,
  const Param extends string = never,
  const Let extends string = never,
>(
  definition: GameDefinition<Model, Task, Verifier, Param, Let>,
  options: { readonly vocabulary?: Vocabulary } = {},
): SourceFile {
  const { kinds, menus } = options.vocabulary ?? ours
  const name = `${definition.name} (defineGame)`
  const parts = writeParts(definition as unknown as Readonly<Record<string, unknown>>, { at: '', kinds }, [
    ...menus.keys(),
  ])
  return { name, text: format({ name, text: parts.join('\n') }) }
}

type Fields = Readonly<Record<string, unknown>>

function writeParts(game: Fields, writing: Writing, forms: readonly string[]): readonly string[] {
  const each = (
    part: string,
    write: (name: string, fields: unknown, inner: Writing) => string,
  ): readonly string[] =>
    given(game[part], part).map(([name, fields]) =>
      write(name, fields, { ...writing, at: `${part}.${name}` }),
    )
  const block =
    (kind: string) =>
    (name: string, fields: unknown, inner: Writing): string =>
      declaration(kind, name, record(fields, inner), inner, {
        entries: entries(kind, record(fields, inner), inner),
      })
  return [
    declaration('game', game['name'], game, { ...writing, at: 'game' }),
    ...each('rates', writeNumber('rate')),
    ...each('params', writeNumber('param')),
    ...each('lets', writeNumber('let')),
    ...each('tasks', block('task')),
    ...each('verifiers', block('verifier')),
    ...each('models', writeModel),
    writeMenu(record(game['menu'], { ...writing, at: 'menu' }), { ...writing, at: 'menu' }, forms),
    ...each('users', block('user')),
    writeProvider(record(game['provider'], { ...writing, at: 'provider' }), game, {
      ...writing,
      at: 'provider',
    }),
    ...asserts(game['asserts']),
    ...each('sweeps', writeSweep),
  ]
}

function record(value: unknown, { at }: Writing): Fields {
  if (isRecord(value)) return value
  throw new TypeError(`${at}: expected an object`)
}

const writeNumber =
  (kind: 'rate' | 'param' | 'let') =>
  (name: string, value: unknown, writing: Writing): string => {
    const { at } = writing
    if (isNumeric(value)) return declaration(kind, name, {}, writing, { value: numericText(value, at) })
    const fields = record(value, writing)
    const bounds = fields['in']
    return declaration(kind, name, fields, writing, {
      value: numericText(fields['value'], `${at}.value`),
      ...(bounds === undefined ? {} : { within: numericTexts(bounds, `${at}.in`).join(' .. ') }),
    })
  }

function writeModel(name: string, value: unknown, writing: Writing): string {
  const fields = record(value, writing)
  const own = entries('model', fields, writing, ['is'])
  const source = fields['is']
  return declaration('model', name, fields, writing, {
    ...(source === undefined ? {} : { value: sourceText(source, `${writing.at}.is`) }),
    ...(source !== undefined && own.length === 0 ? {} : { entries: own }),
  })
}

function writeMenu(fields: Fields, writing: Writing, forms: readonly string[]): string {
  const form = forms.find((each) => Object.hasOwn(fields, each))
  if (form === undefined && fields['is'] === undefined)
    throw new TypeError(`menu: expected one of ${forms.join(', ')} with its models`)
  const value =
    form === undefined
      ? numericText(fields['is'], 'menu.is')
      : `${form}(${nameList(fields[form], `menu.${form}`)})`
  const own = entries('menu', fields, writing, ['name', 'is', ...forms])
  return declaration('menu', menuName(fields), fields, writing, {
    value,
    ...(own.length === 0 ? {} : { entries: own }),
  })
}

function menuName(menu: Fields): unknown {
  return menu['name'] ?? 'tiers'
}

function writeProvider(fields: Fields, game: Fields, writing: Writing): string {
  const offers = { offers: menuName(record(game['menu'], { ...writing, at: 'menu' })) }
  return declaration('provider', fields['name'], fields, writing, {
    entries: entries('provider', { ...offers, ...fields }, writing, ['name']),
  })
}

function asserts(list: unknown): readonly string[] {
  if (list === undefined) return []
  if (!Array.isArray(list)) throw new TypeError('asserts: expected a list')
  return list.map((one: unknown, index) => {
    const at = `asserts[${index}]`
    const condition = typeof one === 'string' ? one : isRecord(one) ? one['condition'] : undefined
    if (typeof condition !== 'string') throw new TypeError(`${at}: expected a condition as a text`)
    const message = isRecord(one) ? ` ${quoted(one['message'], `${at}.message`)}` : ''
    return `assert ${expressionText(condition)}${message}\n`
  })
}

function writeSweep(name: string, value: unknown, writing: Writing): string {
  const fields = record(value, writing)
  const axes = given(fields['axes'], `${writing.at}.axes`).map(([path, values]) => {
    const at = `${writing.at}.axes.${path}`
    return `${pathText(path, at)}: ${axisText(values, at)}`
  })
  return declaration('sweep', name, fields, writing, { entries: axes })
}

function axisText(values: unknown, at: string): string {
  if (Array.isArray(values)) return `[${numericTexts(values, at).join(', ')}]`
  if (isRecord(values) && kindOf(values) === 'axis') return expressionText(String(values['text']))
  throw new TypeError(`${at}: expected linear(…), geometric(…) or a list`)
}
