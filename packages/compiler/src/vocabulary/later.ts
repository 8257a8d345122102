import { defineLater, type LaterDefinition } from './define.ts'

/** Calls that the language knows and that this version does not take. */
export const laterCalls: readonly LaterDefinition[] = [
  defineLater({
    name: 'retry',
    of: 'models',
    doc: 'tries a model up to n times before the user sees anything',
    example: 'model patient = retry(standard, 3)',
    later: 'retry(…)',
  }),
  defineLater({
    name: 'parallel',
    of: 'models',
    doc: 'asks several models at once and takes the first right answer',
    example: 'model both = parallel(standard, reasoning)',
    later: 'parallel(…)',
  }),
  defineLater({
    name: 'verified',
    of: 'models',
    doc: 'checks the answer of a model and falls back to another',
    example: 'model safe = verified(standard, by: tests, else: reasoning)',
    later: 'verified(…)',
  }),
]
