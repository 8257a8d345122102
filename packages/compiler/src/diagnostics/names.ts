import { defineDiagnostic } from '@plumbline/parser'
import { exampleGame } from './examples.ts'

export const unknownName = defineDiagnostic({
  code: 'E0203',
  name: 'unknown-name',
  severity: 'error',
  message: ({ name, wanted }: { readonly name: string; readonly wanted: string }) =>
    `there is no ${wanted} called '${name}'`,
  title: 'a name that nothing in the file declares',
  explanation: `A name stands for what a declaration of the file says: a \`param\` or a \`let\` in numbers, a \`model\` in a menu, a
\`menu\` in a provider's \`offers\`. Declarations may stand in any order.`,
  failing: exampleGame(['menu', 'menu tiers = cascade(quik, careful)']),
  mended: exampleGame(),
})

export const unknownUnit = defineDiagnostic({
  code: 'E0204',
  name: 'unknown-unit',
  severity: 'error',
  message: ({ word }: { readonly word: string }) => `'${word}' is not a unit`,
  title: 'a unit that does not exist',
  explanation: `A number takes the next word on its line as its unit. Units are \`ns us ms s min h day week\`, \`tok ktok Mtok\`, and
currencies by their three capital letters, such as \`USD\` or \`EUR\`. To multiply a number by a name, write \`2 * name\`.`,
  failing: 'let pause = 4 sec\n',
  mended: 'let pause = 4 s\n',
})

export const unknownFunction = defineDiagnostic({
  code: 'E0205',
  name: 'unknown-function',
  severity: 'error',
  message: ({ wanted, name }: { readonly wanted: string; readonly name: string }) =>
    `there is no ${wanted} called '${name}'`,
  title: 'a call of something that does not exist',
  explanation: `Before a parenthesis stands a function of numbers (\`min max abs sqrt exp log\`), or in a \`menu\` one of its forms
(\`static cascade escalate free choice\`).`,
  failing: 'let depth = squrt(4)\n',
  mended: 'let depth = sqrt(4)\n',
})

export const repeatedName = defineDiagnostic({
  code: 'E0208',
  name: 'repeated-name',
  severity: 'error',
  message: ({ name }: { readonly name: string }) => `the name '${name}' is declared twice`,
  title: 'two declarations of one name',
  explanation: 'Each name belongs to one declaration, whatever its kind, so that every use of it is clear.',
  failing: 'let pause = 4 s\nlet pause = 5 s\n',
  mended: 'let pause = 4 s\nlet wait = 5 s\n',
})

export const reservedName = defineDiagnostic({
  code: 'E0209',
  name: 'reserved-name',
  severity: 'error',
  message: ({ name, meaning }: { readonly name: string; readonly meaning: string }) =>
    `'${name}' cannot be declared: it is ${meaning}`,
  title: 'a name that has a meaning already',
  explanation: `A declaration cannot take the name of a unit, because \`4 s\` must mean four seconds in every file, nor one of the words
that asserts use for the solution: \`route\`, \`regime\`, \`users\`, \`throttling\`, \`welfare\`.`,
  failing: 'let min = 4 s\n',
  mended: 'let least = 4 s\n',
})

export const unknownWord = defineDiagnostic({
  code: 'E0210',
  name: 'unknown-word',
  severity: 'error',
  message: ({ field, words }: { readonly field: string; readonly words: readonly string[] }) =>
    `'${field}' is one of the words ${words.map((word) => `'${word}'`).join(', ')}`,
  title: 'a word that a field does not take',
  explanation:
    'Some fields take one of a few words, written without quotes. Such a word is never looked up as a name.',
  failing: exampleGame(['penalty', '  penalty: 0.10 USD\n  ties: week']),
  mended: exampleGame(['penalty', '  penalty: 0.10 USD\n  ties: weak']),
})

export const wrongThing = defineDiagnostic({
  code: 'E0212',
  name: 'wrong-thing',
  severity: 'error',
  message: ({ name, is, wanted }: { readonly name: string; readonly is: string; readonly wanted: string }) =>
    `'${name}' is a ${is}, and a ${wanted} is wanted here`,
  title: 'a name of the wrong kind of thing',
  explanation:
    'The name exists, but it belongs to something that cannot stand here: a number where a model is wanted, or a model in a sum.',
  failing: exampleGame(['offers', '  offers: quick']),
  mended: exampleGame(),
})

export const definedByItself = defineDiagnostic({
  code: 'E0213',
  name: 'defined-by-itself',
  severity: 'error',
  message: ({ cycle }: { readonly cycle: readonly string[] }) =>
    `'${cycle[0] ?? ''}' is defined by itself: ${cycle.join(' → ')}`,
  title: 'names that are defined by one another',
  explanation:
    'Following the definition of this name leads back to it, so that it has no value. The message shows the way round.',
  failing: 'let a = b + 1\nlet b = 2 * a\n',
  mended: 'let a = b + 1\nlet b = 2\n',
})

export const solutionOutsideAssert = defineDiagnostic({
  code: 'E0221',
  name: 'solution-outside-assert',
  severity: 'error',
  message: ({ path }: { readonly path: string }) => `'${path}' can only be used in an assert`,
  title: 'a dotted name outside an assert',
  explanation: `Dotted names such as \`developer.gap\` or \`standard.cost\` speak of the game once it is solved; they stand in asserts. A
number that two places need is a \`let\` or a \`param\` that both use.`,
  failing: exampleGame(['cost: 0.030', '  cost: 10 * quick.cost']),
  mended: exampleGame(
    ['model quick', 'let base = 0.002 USD\n\nmodel quick {'],
    ['cost: 0.002', '  cost: base'],
    ['cost: 0.030', '  cost: 10 * base'],
  ),
})

export const unknownParam = defineDiagnostic({
  code: 'E0224',
  name: 'unknown-param',
  severity: 'error',
  message: ({ name, is }: { readonly name: string; readonly is: string | null }) =>
    is === null ? `there is no param called '${name}'` : `'${name}' is a ${is}, and only params can be moved`,
  title: 'a value for a param that does not exist',
  explanation: `\`--set NAME=VALUE\` gives another value to a \`param\` of the file, and a \`sweep\` moves params and fields. To move a number that
is written in a field, declare a \`param\` and use its name in the field.`,
  failing: exampleGame(['penalty', '  penalty: 0.10 USD\n}\n\nsweep penalties {\n  chrun: 0 USD .. 1 USD']),
  mended: exampleGame(
    ['game', 'game assistant\nparam churn = 0.10 USD'],
    ['penalty', '  penalty: churn\n}\n\nsweep penalties {\n  churn: 0 USD .. 1 USD'],
  ),
})
