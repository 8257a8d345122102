import type { Chain } from '@plumbline/game'
import { defineMenu } from '../vocabulary/define.ts'
import { makeVocabulary } from '../vocabulary/vocabulary.ts'

const nothing: Chain = { states: [], starts: [], chooser: 'provider', variables: [], transitions: [] }

/** A form of menu that makes no chain. */
const unfinished = defineMenu({
  name: 'unfinished',
  doc: 'makes no chain',
  example: 'menu tiers = unfinished(quick, careful)',
  parameters: [{ name: 'models', is: 'models', doc: 'the models of the menu' }],
  fields: [],
  chain: () => nothing,
})

/** The vocabulary of the examples of diagnostics: the language's own, and an extension that is broken. */
export const exampleVocabulary = makeVocabulary([unfinished])
