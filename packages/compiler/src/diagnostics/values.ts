import { defineDiagnostic } from '@plumbline/parser'
import { exampleGame, exampleModel } from './examples.ts'

interface What {
  readonly what: string
}

export const outOfRange = defineDiagnostic({
  code: 'E0301',
  name: 'out-of-range',
  severity: 'error',
  message: ({ what, value, range }: What & { readonly value: string; readonly range: string }) =>
    `${what} must be ${range}, and is ${value}`,
  title: 'a number outside the range that its place allows',
  explanation: `Probabilities lie between 0 and 1, a success must be possible, times and amounts are not negative, and a param stays within
its own bounds. The number may be written here, or be computed from others. No number of a declaration is beyond 1e50 or nearer to 0
than 1e-50, and no success is rarer than one in 10^12: what is computed from such numbers would be none.`,
  failing: exampleModel(['success', '  success: 120%']),
  mended: exampleModel(),
})

export const divisionByZero = defineDiagnostic({
  code: 'E0302',
  name: 'division-by-zero',
  severity: 'error',
  message: ({ what }: What) => `${what} divides by zero`,
  title: 'a division by zero',
  explanation:
    'The number below a division is 0, as written or as computed from other numbers, so that the quotient has no value.',
  failing: exampleModel(['latency', '  latency: 4 s / (2 - 2)']),
  mended: exampleModel(['latency', '  latency: 4 s / (2 - 1)']),
})

export const noRealValue = defineDiagnostic({
  code: 'E0303',
  name: 'no-real-value',
  severity: 'error',
  message: ({ what }: What) => `${what} is not a real number`,
  title: 'the root or the logarithm of a number that has none',
  explanation:
    'A negative number has no square root and no logarithm, zero has no logarithm, and a negative number has only whole powers.',
  failing: exampleModel(['latency', '  latency: 4 s * sqrt(1 - 2)']),
  mended: exampleModel(['latency', '  latency: 4 s * sqrt(2 - 1)']),
})

export const tooLarge = defineDiagnostic({
  code: 'E0304',
  name: 'too-many-digits',
  severity: 'error',
  message: ({ what }: What) => `${what} has too many digits to compute with`,
  title: 'a number with more digits than the arithmetic takes',
  explanation: `Numbers are computed exactly, so each digit counts: a number may have about 1,200 of them, before or after the decimal
point. Real quantities are far from that; look for a wrong exponent.`,
  failing: exampleModel(['latency', '  latency: 4 s * 2 ^ 9000']),
  mended: exampleModel(),
})

export const impossibleCounts = defineDiagnostic({
  code: 'E0305',
  name: 'impossible-counts',
  severity: 'error',
  message: ({ why }: { readonly why: string }) => why,
  title: "counts 'k of n' that cannot be",
  explanation: `\`194 of 225\` says that 194 of 225 trials succeeded: both are whole numbers, there is at least one trial, and there are no more
successes than trials. A share that is not from counts is written as \`86%\`.`,
  failing: exampleModel(['success', '  success: 225 of 194']),
  mended: exampleModel(['success', '  success: 194 of 225']),
})

export const spreadOutsideUser = defineDiagnostic({
  code: 'E0306',
  name: 'uncertain-outside-user',
  severity: 'error',
  message: () => "'uncertain' is for the fields of a user",
  title: "'uncertain(…)' where a spread is uncertain anyway",
  explanation: `On a user's field a spread says how people differ, and \`uncertain(…)\` around it says that we are unsure of one number
instead. On models, verifiers, tasks and providers, and in a \`let\`, a spread needs no such word.`,
  failing: exampleModel(['success', '  success: uncertain(62% ± 3%)']),
  mended: exampleModel(['success', '  success: 62% ± 3%']),
})

export const twoPurposes = defineDiagnostic({
  code: 'E0307',
  name: 'two-purposes',
  severity: 'error',
  message: ({ name }: { readonly name: string }) =>
    `the spread of '${name}' is used both for how people differ and for how sure we are`,
  title: 'one spread that is used for people and for uncertainty',
  explanation: `A spread that a \`let\` or \`param\` names is one random variable wherever it is used. On a user's field it says how people
differ (everybody has a draw of their own), on a model, verifier, task or provider how sure we are of a number (one draw for
all): it cannot be both. Write two spreads, or \`uncertain(…)\` around it on the user's field.`,
  failing: exampleGame(['value', '  value: worth'], ['cost: 0.002', '  cost: 0.01 * worth']).concat(
    'let worth = 0.20 USD ± 0.05 USD\n',
  ),
  mended: exampleGame(['value', '  value: uncertain(worth)'], ['cost: 0.002', '  cost: 0.01 * worth']).concat(
    'let worth = 0.20 USD ± 0.05 USD\n',
  ),
})
