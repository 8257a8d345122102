import { mismatch } from '@plumbline/game'
import { isName } from '../builder/names.ts'
import type {
  Extension,
  FunctionDefinition,
  MenuDefinition,
  ParameterDefinition,
  Vocabulary,
} from './define.ts'
import { definitionShapes, isDefault } from './definitionShapes.ts'
import { exampleFlaw } from './exampleFlaw.ts'
import { makeVocabulary, vocabulary } from './vocabulary.ts'

/** What is wrong with a word of an extension. */
export interface ExtensionFlaw {
  /** Which of the words. */
  readonly index: number
  /** Follows the place: `menu 'probation': its example does not compile: …`. */
  readonly sentence: string
}

/**
 * What is wrong with the words of an extension, whatever they are: of the wrong form, with a name that means something
 * already, or with an example that does not compile to a game. Made by code that nobody has checked, they are looked
 * at as data first.
 */
export function extensionFlaws(words: readonly unknown[]): readonly ExtensionFlaw[] {
  const formal = words.flatMap((word, index): readonly ExtensionFlaw[] => {
    const flaw = formFlaw(word)
    return flaw === null ? [] : [{ index, sentence: sentenceOf(word, flaw) }]
  })
  if (formal.length > 0) return formal
  const extensions = words as readonly Extension[]
  const clashes = extensions.flatMap((word, index): readonly ExtensionFlaw[] => {
    const meaning = meaningOf(word.name, extensions.slice(0, index))
    const flaw = meaning === null ? null : `choose another name: '${word.name}' is ${meaning}`
    return flaw === null ? [] : [{ index, sentence: sentenceOf(word, flaw) }]
  })
  if (clashes.length > 0) return clashes
  const extended = makeVocabulary(extensions)
  return extensions.flatMap((word, index) => {
    const flaw = exampleFlaw(word, extended)
    return flaw === null ? [] : [{ index, sentence: sentenceOf(word, flaw) }]
  })
}

function sentenceOf(word: unknown, flaw: string): string {
  if (!isRecord(word) || typeof word['name'] !== 'string' || typeof word['defines'] !== 'string') return flaw
  return `${word['defines']} '${word['name'].slice(0, 40)}': ${flaw}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The key of a definition's function. */
const codes: ReadonlyMap<string, 'chain' | 'becomes'> = new Map<Extension['defines'], 'chain' | 'becomes'>([
  ['menu', 'chain'],
  ['combinator', 'becomes'],
  ['function', 'becomes'],
  ['distribution', 'becomes'],
])

const fieldsOfModels = ['success', 'latency', 'cost', 'price']

function formFlaw(word: unknown): string | null {
  const defines = isRecord(word) && typeof word['defines'] === 'string' ? word['defines'] : ''
  const [code, shape] = [codes.get(defines), definitionShapes.get(defines)]
  if (!isRecord(word) || code === undefined || shape === undefined) {
    return 'this is no definition: expected what defineMenu, defineCombinator, defineFunction or defineDistribution gives'
  }
  if (typeof word[code] !== 'function') return `'${code}' must be a function`
  const apart = ['defines', code, ...(defines === 'function' ? ['result'] : [])]
  const data = Object.fromEntries(Object.entries(word).filter(([key]) => !apart.includes(key)))
  const wrong = mismatch(data, shape, 'the definition')
  if (wrong !== null) return wrong
  const extension = word as unknown as Extension
  switch (extension.defines) {
    case 'menu':
      return parametersFlaw(extension.parameters, []) ?? menuFlaw(extension)
    case 'combinator':
      return parametersFlaw(extension.parameters, fieldsOfModels)
    case 'function':
      return functionFlaw(extension)
    case 'distribution':
      return null
  }
}

function parametersFlaw(parameters: readonly ParameterDefinition[], taken: readonly string[]): string | null {
  const seen = new Set(taken)
  for (const parameter of parameters) {
    const { name, is, named } = parameter
    if (!isName(name)) return `parameters: '${name}' is a reserved word`
    if (seen.has(name)) {
      return taken.includes(name)
        ? `parameters: '${name}' is a field of models`
        : `parameters: '${name}' stands twice`
    }
    seen.add(name)
    if (is === 'models' && named === true)
      return `parameters: '${name}' takes any number of models, so it cannot be named`
    if (is === 'whole' && !(Number.isInteger(parameter.least) && parameter.least <= parameter.most)) {
      return `parameters: '${name}' has no whole number from ${parameter.least} to ${parameter.most}`
    }
    if (is === 'number' && parameter.default !== undefined && !isDefault(parameter.default, false)) {
      return `parameters: the default of '${name}' is no number such as '0.8' or '1/2': '${parameter.default}'`
    }
  }
  const placed = parameters.filter(({ named }) => named !== true)
  const rest = placed.findIndex(({ is }) => is === 'models')
  return rest >= 0 && rest < placed.length - 1
    ? `parameters: '${placed[rest]?.name ?? ''}' takes any number of models, so it must be the last that is not named`
    : null
}

function menuFlaw({ parameters, fields }: MenuDefinition): string | null {
  if (!parameters.some(({ is }) => is === 'model' || is === 'models'))
    return 'parameters: a menu needs a model'
  const seen = new Set(parameters.map(({ name }) => name))
  for (const { name, value, default: usual } of fields) {
    if (seen.has(name)) return `fields: '${name}' stands twice, or is a parameter`
    seen.add(name)
    if (usual === null || value.kind === 'name') continue
    if (value.kind === 'word' ? !value.words.includes(usual) : !isDefault(usual, value.kind === 'range')) {
      return `fields: the default of '${name}' is none of its values: '${usual}'`
    }
  }
  return null
}

function functionFlaw({
  parameters,
  result,
}: Omit<FunctionDefinition, 'result'> & { readonly result: unknown }) {
  const power = isRecord(result) ? result['power'] : undefined
  if (parameters.slice(0, -1).some(({ several }) => several === true))
    return 'parameters: only the last can be given several times'
  const names = parameters.map(({ name }) => name)
  if (new Set(names).size < names.length) return 'parameters: a name stands twice'
  if (result === 'plain') return null
  if (result !== 'alike' && !(typeof power === 'number' && Number.isFinite(power)))
    return "'result' must be 'alike', 'plain' or { power: … }"
  const hasAlike = parameters.some(({ dimension }) => dimension === 'alike')
  return hasAlike ? null : "'result' goes by the parameters that are 'alike', and there is none"
}

/** What a name means already; null where it means nothing. */
function meaningOf(name: string, before: readonly Extension[]): string | null {
  if (!isName(name)) return 'a reserved word of the language'
  const own = wordNamed(name, vocabulary)
  if (own !== null) return own
  const first = before.find((word) => word.name === name)
  return first === undefined ? null : `a ${first.defines} of this configuration already`
}

function wordNamed(name: string, { kinds, menus, combinators, functions, distributions, units }: Vocabulary) {
  if (kinds.has(name)) return 'a kind of declaration of the language'
  if (menus.has(name)) return 'a form of menu of the language'
  if (combinators.has(name)) return 'a combinator of the language'
  if (functions.has(name)) return 'a function of the language'
  if (distributions.has(name) || name === 'uncertain') return 'a spread of the language'
  if (name === 'linear' || name === 'geometric') return 'a spacing of the language'
  return units.has(name) ? 'a unit' : null
}
