import { defineDiagnostic } from '@plumbline/parser'
import { exampleGame } from './examples.ts'

export const unsupported = defineDiagnostic({
  code: 'E0501',
  name: 'unsupported',
  severity: 'error',
  message: ({ what }: { readonly what: string }) => `this version cannot solve a game with ${what} yet`,
  title: 'a part of the language that is compiled and not solved yet',
  explanation: `The file is in order, and the game is complete; but no solver of this version takes a game with this part. It is said rather than
left out of the answer in silence.`,
  failing: exampleGame(['patience', '  patience: 40 USD/h\n  outside: 0 USD\n  rationality: 20 / (1 USD)']),
  mended: exampleGame(['patience', '  patience: 40 USD/h\n  outside: 0 USD']),
})

export const notAvailable = defineDiagnostic({
  code: 'E0502',
  name: 'not-available',
  severity: 'error',
  message: ({ what }: { readonly what: string }) => `${what} is known, but not available in this version`,
  title: 'a part of the language that this version does not take yet',
  explanation:
    'The language has this, and this version does not compile it yet. There is nothing wrong with what is written.',
  failing: exampleGame().concat('\nprovider other { offers: tiers }\n'),
  mended: exampleGame(),
})

export const undecided = defineDiagnostic({
  code: 'E0503',
  name: 'undecided',
  severity: 'error',
  message: ({ what }: { readonly what: string }) =>
    `the digits of roots and logarithms do not decide: ${what}`,
  title: 'a verdict that inexact numbers leave open',
  explanation: `Numbers from \`sqrt\`, \`exp\`, \`log\`, a broken exponent or the mean of a \`lognormal\` are known to about 75 digits. Here two numbers agree in all of them, so that
nobody can say which is more, and the answer depends on it. Most often they are equal by construction: write the same
number in both places, as a \`let\`.`,
  failing: exampleGame(['success: 20%', '  success: sqrt(2) ^ 2 - 1']),
  mended: exampleGame(),
})
