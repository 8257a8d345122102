import { defineDiagnostic } from '@plumbline/parser'
import { exampleGame } from './examples.ts'

const asserting = (text: string): string => `${exampleGame()}\nassert ${text}\n`

export const assertFails = defineDiagnostic({
  code: 'E0401',
  name: 'assert-fails',
  severity: 'error',
  message: ({ what }: { readonly what: string }) => `this does not hold: ${what}`,
  title: 'an assert that does not hold',
  explanation: `An \`assert\` says what must hold of the solved game. This one does not; the message has the numbers on both sides. Either the
game has changed in a way that somebody wanted to be told of, or the assert asks too much.`,
  failing: asserting('developer.success >= 1.5'),
  mended: asserting('developer.success >= 0.5'),
})

export const noCondition = defineDiagnostic({
  code: 'E0402',
  name: 'no-condition',
  severity: 'error',
  message: ({ found }: { readonly found: string }) => `a condition is expected here, but this is ${found}`,
  title: 'an assert of something that is neither true nor false',
  explanation: `An assert is a comparison (\`developer.gap <= 0.05 USD\`), a range (\`x in 0 .. 1\`), something that is itself yes or no
(\`throttling.pays\`), or several of these joined by \`and\`, \`or\` and \`not\`.`,
  failing: asserting('developer.gap'),
  mended: asserting('developer.gap <= 0.50 USD'),
})

export const unknownSolutionName = defineDiagnostic({
  code: 'E0403',
  name: 'unknown-solution-name',
  severity: 'error',
  message: ({ path }: { readonly path: string }) => `a solved game has nothing called '${path}'`,
  title: 'a dotted name that a solved game does not have',
  explanation: `Asserts may name what a solved game offers: of the route (\`route.start\`), of each user (\`developer.gap\`), of the provider
(\`acme.cost\`), of each model (\`quick.cost_of_pass\`), of throttling (\`throttling.pays\`). The note lists what there is.`,
  failing: asserting('developer.gab <= 0.05 USD'),
  mended: asserting('developer.gap <= 0.50 USD'),
})

export const wordsHaveNoOrder = defineDiagnostic({
  code: 'E0404',
  name: 'words-have-no-order',
  severity: 'error',
  message: ({ path }: { readonly path: string }) => `'${path}' is a word: compare it by '==' or '!='`,
  title: 'an order between words',
  explanation:
    'The name of a model or a regime is a word. Words are equal or not; none is more than another.',
  failing: asserting('route.start > quick'),
  mended: asserting('route.start != careful'),
})

export const impossibleWord = defineDiagnostic({
  code: 'E0405',
  name: 'impossible-word',
  severity: 'error',
  message: ({ path, wanted }: { readonly path: string; readonly wanted: string }) => `'${path}' is ${wanted}`,
  title: 'a comparison with a word that can never be equal',
  explanation: `\`route.start\` is one of the models of the menu, by its name; a \`regime\` is a text of the signs of the models' net values, such as
\`"+-"\`. A comparison with anything else can only come out one way.`,
  failing: asserting('route.start == slow'),
  mended: asserting('route.start != careful'),
})
