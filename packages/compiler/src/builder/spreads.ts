import { type Amount, type Measure, type Numeric, operandText, textOf } from './amount.ts'

/** Successes counted in trials: a probability with its uncertainty. */
export function of(successes: number, trials: number): Amount<'plain', never> {
  return { kind: 'amount', text: `${operandText(successes)} of ${operandText(trials)}` }
}

/** A normal distribution by its mean and standard deviation. */
export function plusMinus<M extends Measure = 'plain', Names extends string = never>(
  mean: Numeric<M, Names>,
  deviation: Numeric<M, Names>,
): Amount<M, Names> {
  return { kind: 'amount', text: `${sideText(mean)} ± ${sideText(deviation)}` }
}

/** Any number between two, all alike. */
export function uniform<M extends Measure = 'plain', Names extends string = never>(
  low: Numeric<M, Names>,
  high: Numeric<M, Names>,
): Amount<M, Names> {
  return call('uniform', low, high)
}

/** A lognormal distribution by its median and the standard deviation of its logarithm. */
export function lognormal<M extends Measure = 'plain', Names extends string = never>(
  median: Numeric<M, Names>,
  sigma: Numeric<'plain', Names>,
): Amount<M, Names> {
  return call('lognormal', median, sigma)
}

/** A beta distribution, as after `a - 1` successes and `b - 1` failures. */
export function beta<Names extends string = never>(
  a: Numeric<'plain', Names>,
  b: Numeric<'plain', Names>,
): Amount<'plain', Names> {
  return call('beta', a, b)
}

/** On a user: a spread that says how unsure we are of one number, and not how people differ. */
export function uncertain<M extends Measure, Names extends string>(
  spread: Amount<M, Names>,
): Amount<M, Names> {
  return call('uncertain', spread)
}

/** A number with a unit stands beside a `±` as it is. */
function sideText(value: Numeric): string {
  const text = textOf(value)
  return /^\d[\d.]*%?(?: \p{L}+)?$/u.test(text) ? text : operandText(value)
}

function call(name: string, ...args: readonly Numeric[]): { readonly kind: 'amount'; readonly text: string } {
  return { kind: 'amount', text: `${name}(${args.map(textOf).join(', ')})` }
}
