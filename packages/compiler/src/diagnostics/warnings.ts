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
  failing: exampleGame(['latency: 4 s', '  latency: 12 s'], ['cost: 0.002', '  cost: 0.040 USD']),
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

export const unmovedUser = defineDiagnostic({
  code: 'W0605',
  name: 'unmoved-user',
  severity: 'warning',
  message: ({ user, does }: { readonly user: string; readonly does: 'stays' | 'leaves' }) =>
    does === 'stays'
      ? `no route can change what '${user}' does: they re-prompt after every failure, on every one`
      : `no route can change what '${user}' does: they leave after the first failure, on every one`,
  title: 'a user whose answer no route can change',
  explanation: `An attempt with any model of the menu is worth something to this user (they re-prompt until the task is solved), or none
is (they leave after the first failure). Whatever the provider announces, they answer alike, so that the game between the two is
decided by the provider's costs alone. That may be so. More often the value or the patience is in another unit than it was meant:
\`40 USD/s\` for \`40 USD/h\`. Where it is meant, assert it: \`assert developer.regime == "++"\`.`,
  failing: exampleGame(['patience', '  patience: 40 USD/s']),
  mended: exampleGame(),
})

export const idleEscalation = defineDiagnostic({
  code: 'W0606',
  name: 'idle-escalation',
  severity: 'warning',
  message: ({ menu }: { readonly menu: string }) => `escalation never helps in the order of menu '${menu}'`,
  title: 'an order of models in a cascade in which escalation never helps',
  explanation: `To escalate pays where the later model is dearer for each solved task and better for the user, or cheaper and worse. Here the one
side agrees with the other: each later model costs the provider more for each solved task *and* gives users less (then to stay
is better for both), or it costs less and gives more (then to start there is). Put the models in another order, offer them as a
\`static\` menu, or look for numbers that have changed places.`,
  failing: exampleGame([
    'menu',
    'model sure { success: 95%, latency: 60 s, cost: 0.2 USD }\n\nmenu tiers = cascade(careful, sure)',
  ]),
  mended: exampleGame(),
})
