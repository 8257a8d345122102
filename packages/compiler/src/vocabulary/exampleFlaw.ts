import { parse, type CallNode, type Expr } from '@plumbline/parser'
import { compile } from '../compile.ts'
import { withoutGroup } from '../syntax/children.ts'
import type { Extension, ParameterDefinition, Vocabulary } from './define.ts'

/**
 * What is wrong with the example of a word, and so most likely with the word: it is compiled in a game of its own, in
 * which the models and verifiers that it names are declared. Null where nothing is.
 */
export function exampleFlaw(word: Extension, vocabulary: Vocabulary): string | null {
  const isDeclared = word.defines === 'menu' || word.defines === 'combinator'
  const example = isDeclared ? word.example : `let example = ${word.example}`
  const kind = word.defines === 'menu' ? 'menu' : word.defines === 'combinator' ? 'model' : 'let'
  const [item, ...others] = parse({ name: 'example', text: example }).file.items
  const value = item?.kind === 'declaration' && item.value !== null ? withoutGroup(item.value) : null
  if (
    item?.kind !== 'declaration' ||
    item.keyword.text !== kind ||
    others.length > 0 ||
    !isCallOf(value, word)
  )
    return `its example must be one ${isDeclared ? `declaration, '${kind} … = ${word.name}(…)'` : `call, '${word.name}(…)'`}`
  const text = isDeclared ? gameOf(example, item.name?.text ?? '', kind, value, word.parameters) : example
  const { diagnostics } = compile({ name: 'example', text }, { vocabulary })
  // A function's example may use names that stand for anything.
  const found = diagnostics.filter(({ severity }) => severity === 'error')
  const [error] = isDeclared ? found : found.filter(({ code }) => code !== 'E0203')
  if (error === undefined) return null
  const why = error.notes[0] === undefined ? '' : ` (${error.notes[0]})`
  return `its example does not compile: ${error.message}${why}`
}

function isCallOf(value: Expr | null, { name }: Extension): value is CallNode {
  return value?.kind === 'call' && value.callee.kind === 'name' && value.callee.text === name
}

/** A game around a declaration, with the models and verifiers that it names. */
function gameOf(
  example: string,
  name: string,
  kind: 'menu' | 'model' | 'let',
  call: CallNode,
  parameters: readonly ParameterDefinition[],
): string {
  const placed = parameters.filter(({ named }) => named !== true)
  const verifiers = new Set<string>()
  const models = new Set<string>()
  let count = 0
  for (const { name: given, value } of call.args) {
    const inner = withoutGroup(value)
    const parameter =
      given === null
        ? (placed[count++] ?? placed.at(-1))
        : parameters.find((each) => each.name === given.text)
    if (inner.kind !== 'name') continue
    if (parameter?.is === 'verifier') verifiers.add(inner.text)
    if (parameter?.is === 'model' || parameter?.is === 'models') models.add(inner.text)
  }
  const menu = kind === 'menu' ? name : 'menu_of_the_example'
  return [
    ...[...models].map(
      (model) => `model ${model} { success: 60%, latency: 4 s, cost: 0.01 USD, price: 0.001 USD }`,
    ),
    ...[...verifiers].map(
      (verifier) => `verifier ${verifier} { passes: 90%, catches: 80%, latency: 1 s, cost: 0.001 USD }`,
    ),
    example,
    ...(kind === 'menu' ? [] : [`menu ${menu} = static(${name})`]),
    'user user_of_the_example { value: 0.5 USD, patience: 40 USD/h }',
    `provider provider_of_the_example { offers: ${menu}, penalty: 0.1 USD }`,
  ].join('\n')
}
