import { defineDiagnostic } from '@plumbline/parser'
import { exampleModel } from './examples.ts'

export const wrongDimension = defineDiagnostic({
  code: 'E0214',
  name: 'wrong-dimension',
  severity: 'error',
  message: ({
    what,
    wanted,
    found,
  }: {
    readonly what: string
    readonly wanted: string
    readonly found: string
  }) => `${what} is ${wanted}, but this is ${found}`,
  title: 'a value in the wrong kind of unit',
  explanation: `Every number has a dimension: money, time, tokens, a product of these (money per time), or none. A field expects one, so that
dollars never meet seconds by accident. Either the unit is wrong, or it is missing, or a step on the way to the value
is: \`1_200 tok / (60 tok/s)\` is a time, and \`1_200 tok\` is not.

In a game in bare numbers no value has a unit; then all of them go without.`,
  failing: exampleModel(['latency', '  latency: 4 USD']),
  mended: exampleModel(),
})

export const unlikeDimensions = defineDiagnostic({
  code: 'E0215',
  name: 'unlike-dimensions',
  severity: 'error',
  message: ({
    doing,
    left,
    right,
  }: {
    readonly doing: string
    readonly left: string
    readonly right: string
  }) => `${left} and ${right} cannot be ${doing}`,
  title: 'a sum or a comparison of unlike things',
  explanation: `What is added, subtracted, compared, or stands at the two ends of a range must have the same dimension: a time and
a time, money and money. Units of one dimension mix freely: \`1 min + 30 s\` is 90 seconds.`,
  failing: 'let pause = 4 s + 0.002 USD\n',
  mended: 'let pause = 4 s + 2 ms\n',
})

export const wrongExponent = defineDiagnostic({
  code: 'E0229',
  name: 'wrong-exponent',
  severity: 'error',
  message: ({ what }: { readonly what: string }) => what,
  title: 'an exponent that has a unit, or that is not known in advance',
  explanation: `An exponent is a plain number. Where the base has a unit the exponent must moreover be written as a number, because the unit
of the result depends on it: \`(4 s)^2\` is fine, \`(4 s)^n\` is not.`,
  failing: 'let growth = 2 ^ (3 s)\n',
  mended: 'let growth = 2 ^ 3\n',
})

export const severalCurrencies = defineDiagnostic({
  code: 'E0222',
  name: 'several-currencies',
  severity: 'error',
  message: ({ one, other }: { readonly one: string; readonly other: string }) =>
    `this is in ${other}, but the game counts in ${one}, and no rate says what ${other} is worth`,
  title: 'two currencies without an exchange rate',
  explanation: `A game counts its money in one currency. Another one may be used where a \`rate\` says what one of it is worth:
\`rate EUR = 1.08 USD\`.`,
  failing: 'let a = 1 USD\nlet b = 2 EUR\n',
  mended: 'rate EUR = 1.08 USD\nlet a = 1 USD\nlet b = 2 EUR\n',
})

export const wrongRate = defineDiagnostic({
  code: 'E0230',
  name: 'wrong-rate',
  severity: 'error',
  message: ({ name }: { readonly name: string }) => `a rate is given for a currency, and '${name}' is none`,
  title: 'a rate for something that is no currency',
  explanation:
    'A `rate` says what one unit of a currency is worth, so its name is the code of a currency: `rate EUR = 1.08 USD`.',
  failing: 'rate euro = 1.08 USD\n',
  mended: 'rate EUR = 1.08 USD\n',
})
