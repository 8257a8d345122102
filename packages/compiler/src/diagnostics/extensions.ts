import { defineDiagnostic } from '@plumbline/parser'
import { exampleGame } from './examples.ts'

export const brokenDefinition = defineDiagnostic({
  code: 'E0510',
  name: 'broken-definition',
  severity: 'error',
  message: ({ word, name }: { readonly word: string; readonly name: string }) =>
    `the ${word} '${name}' does not make what it must`,
  title: 'a word of an extension that makes no chain, no model or no number',
  explanation: `A menu, a combinator or a function that a project defines for itself becomes a chain, what an attempt is like, or a
number. What this one made of its arguments is none: a state without its model, a step to a state that does not exist, an
expression that is none. The mistake is in the definition, not in the game; the note says what it is. In the example,
\`unfinished\` is a form of menu that makes no chain.`,
  failing: exampleGame(['menu', 'menu tiers = unfinished(quick, careful)']),
  mended: exampleGame(),
})
