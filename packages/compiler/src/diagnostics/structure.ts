import { defineDiagnostic } from '@plumbline/parser'
import { exampleGame, exampleModel } from './examples.ts'

export const unknownKind = defineDiagnostic({
  code: 'E0201',
  name: 'unknown-kind',
  severity: 'error',
  message: ({ word }: { readonly word: string }) => `there is no kind of declaration called '${word}'`,
  title: 'a declaration of a kind that does not exist',
  explanation: `A declaration begins with its kind: \`game\`, \`param\`, \`let\`, \`rate\`, \`model\`, \`menu\`, \`user\`,
\`provider\`, \`sweep\` and a few more. The word that begins this one is none of them; most often it is misspelt.`,
  failing: exampleModel(['model', 'modle quick {']),
  mended: exampleModel(),
})

export const unknownField = defineDiagnostic({
  code: 'E0202',
  name: 'unknown-field',
  severity: 'error',
  message: ({ kind, field }: { readonly kind: string; readonly field: string }) =>
    `a ${kind} has no field '${field}'`,
  title: 'a field that this kind of declaration does not have',
  explanation: `Each kind of declaration has its own fields, and a word that is none of them is never ignored: a misspelt
\`penalty\` would otherwise silently be a penalty of 0. The note lists the fields that there are.`,
  failing: exampleModel(['latency', '  latencey: 4 s']),
  mended: exampleModel(),
})

export const missingField = defineDiagnostic({
  code: 'E0206',
  name: 'missing-field',
  severity: 'error',
  message: ({ whose, fields }: { readonly whose: string; readonly fields: readonly string[] }) => {
    const none = fields.map((field) => `no ${field}`)
    const last = none.pop() ?? ''
    return `${whose} has ${none.length === 0 ? last : `${none.join(', ')} and ${last}`}`
  },
  title: 'a field that must be given is not',
  explanation: `Some fields have no sensible default: what a model costs, how long it takes and how often it succeeds must be
said. A user's \`patience\` may only be left out where \`value\` and \`latency\` share a unit (then one unit of waiting
costs one unit of value).`,
  failing: exampleModel(['cost', '']),
  mended: exampleModel(),
})

export const repeatedField = defineDiagnostic({
  code: 'E0207',
  name: 'repeated-field',
  severity: 'error',
  message: ({ field }: { readonly field: string }) => `'${field}' is given twice`,
  title: 'a field that is given twice',
  explanation:
    'A field has one value. Two lines for one field contradict each other, or one of them is meant for another field.',
  failing: exampleModel(['cost', '  cost: 0.002 USD\n  cost: 0.003 USD']),
  mended: exampleModel(['cost', '  cost: 0.002 USD\n  price: 0.003 USD']),
})

export const wrongForm = defineDiagnostic({
  code: 'E0211',
  name: 'wrong-form',
  severity: 'error',
  message: ({ what }: { readonly what: string }) => what,
  title: 'a declaration with a part too many, or one too few',
  explanation: `A declaration is \`kind name "label" = value in low .. high { fields }\`, and each kind takes some of these parts:
a \`param\` and a \`let\` have a value, a \`user\` has fields between braces, a \`game\` has neither.`,
  failing: 'let attempts\n',
  mended: 'let attempts = 3\n',
})

export const missingDeclaration = defineDiagnostic({
  code: 'E0216',
  name: 'missing-declaration',
  severity: 'error',
  message: ({ there, missing }: { readonly there: string; readonly missing: string }) =>
    `there is ${there} here, but no ${missing}`,
  title: 'a game without its user or its provider',
  explanation: `A game has two sides: a \`user\`, who decides whether to go on after a failure, and a \`provider\`, who announces the
route. A file with neither is a library of models and numbers, which is fine; a file with one of them is a game that
lacks the other.`,
  failing: exampleGame(['provider', ''], ['offers', ''], ['penalty', '']).replace(/\n\n\}\n$/, ''),
  mended: exampleGame(),
})

export const secondGame = defineDiagnostic({
  code: 'E0217',
  name: 'second-game',
  severity: 'error',
  message: () => 'a file holds one game, and this is a second one',
  title: 'a second game in one file',
  explanation:
    'A file is one game, named by its `game` declaration. Put the second game into a file of its own.',
  failing: exampleGame(['game', 'game assistant\ngame another']),
  mended: exampleGame(),
})

export const repeatedModel = defineDiagnostic({
  code: 'E0218',
  name: 'repeated-model',
  severity: 'error',
  message: ({ model }: { readonly model: string }) => `'${model}' is in this menu twice`,
  title: 'a model that stands in a menu twice',
  explanation: `A model is in a menu at most once. For a second stage that works like the first, declare a copy of the model,
\`model again = quick\`.`,
  failing: exampleGame(['menu', 'menu tiers = cascade(quick, quick)']),
  mended: exampleGame(),
})

export const wrongArguments = defineDiagnostic({
  code: 'E0219',
  name: 'wrong-arguments',
  severity: 'error',
  message: ({
    callee,
    takes,
    given,
  }: {
    readonly callee: string
    readonly takes: string
    readonly given: string
  }) => `'${callee}' takes ${takes}, but ${given}`,
  title: 'too many or too few arguments, or arguments with names',
  explanation:
    'A function or a menu takes a certain number of arguments between its parentheses, separated by commas.',
  failing: 'let depth = sqrt(4, 9)\n',
  mended: 'let depth = sqrt(4)\n',
})

export const wrongSort = defineDiagnostic({
  code: 'E0220',
  name: 'wrong-sort',
  severity: 'error',
  message: ({ wanted, found }: { readonly wanted: string; readonly found: string }) =>
    `${wanted} is expected here, but this is ${found}`,
  title: 'a value of the wrong sort: a text for a number, a range for one number',
  explanation: `A value is a number with its unit, a text, a list, a range or a condition, and each place takes one sort. \`"4 s"\` in
quotes is a text, and no latency.`,
  failing: exampleModel(['latency', '  latency: "4 s"']),
  mended: exampleModel(),
})
