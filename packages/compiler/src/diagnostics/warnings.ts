import { defineDiagnostic } from '@plumbline/parser'
import { exampleGame } from './examples.ts'

export const unused = defineDiagnostic({
  code: 'W0601',
  name: 'unused',
  severity: 'warning',
  message: ({ kind, name }: { readonly kind: string; readonly name: string }) =>
    `nothing uses the ${kind} '${name}'`,
  title: 'a param or a let that nothing uses',
  explanation: `Moving this number changes nothing, which is seldom what its author meant: most often a field still has the number written
out in place of the name.`,
  failing: exampleGame(['game', 'game assistant\nparam churn = 0.10 USD']),
  mended: exampleGame(['game', 'game assistant\nparam churn = 0.10 USD'], ['penalty', '  penalty: churn']),
})

export const beatenModel = defineDiagnostic({
  code: 'W0602',
  name: 'beaten-model',
  severity: 'warning',
  message: ({ model, by }: { readonly model: string; readonly by: string }) =>
    `'${by}' beats '${model}' in cost, latency and success`,
  title: 'a model that another one beats in everything',
  explanation: `Another model of the menu costs no more, takes no longer and succeeds no less often, and is better in at least one of these: nobody
needs this one. Look for two numbers that have changed places.`,
  failing: exampleGame(['success: 86%', '  success: 60%']),
  mended: exampleGame(),
})

export const unitBeforePower = defineDiagnostic({
  code: 'W0603',
  name: 'unit-before-power',
  severity: 'warning',
  message: ({ as }: { readonly as: string }) => `this is read as ${as}`,
  title: 'a power of a number with a unit',
  explanation:
    'A unit binds to its number more tightly than any operator: `4 s^2` is the square of four seconds. Parentheses say so.',
  failing: 'let area = 4 s^2\n',
  mended: 'let area = (4 s)^2\n',
})

export const unitAfterQuotient = defineDiagnostic({
  code: 'W0604',
  name: 'unit-after-quotient',
  severity: 'warning',
  message: ({ as }: { readonly as: string }) => `this is read as ${as}`,
  title: 'a division by a number with a divided unit',
  explanation: `\`2_400 tok / 65 tok/s\` divides by 65 tokens and then by a second, and is no time at all. Division goes from left to
right, so a speed below a division needs parentheses: \`2_400 tok / (65 tok/s)\`.`,
  failing: 'let pause = 2_400 tok / 65 tok/s\n',
  mended: 'let pause = 2_400 tok / (65 tok/s)\n',
})
