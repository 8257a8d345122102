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
  defineLater({
    name: 'uniform',
    of: 'numbers',
    doc: 'a number that is equally likely anywhere between two',
    example: 'uniform(0.2 USD, 0.8 USD)',
    later: 'a distribution',
  }),
  defineLater({
    name: 'normal',
    of: 'numbers',
    doc: 'a number with a mean and a standard deviation',
    example: 'normal(62%, 3%)',
    later: 'a distribution',
  }),
  defineLater({
    name: 'lognormal',
    of: 'numbers',
    doc: 'a positive number with a median and a spread',
    example: 'lognormal(4 s, 0.5)',
    later: 'a distribution',
  }),
  defineLater({
    name: 'beta',
    of: 'numbers',
    doc: 'a share, as a beta distribution',
    example: 'beta(141, 86)',
    later: 'a distribution',
  }),
  defineLater({
    name: 'uncertain',
    of: 'numbers',
    doc: "says that a spread on a user's field is what we do not know of one number",
    example: 'uncertain(0.50 USD ± 0.10 USD)',
    later: 'an uncertain value',
  }),
]
