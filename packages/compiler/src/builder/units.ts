import { type Amount, textOf } from './amount.ts'

function inUnit(count: number, unit: string): { readonly kind: 'amount'; readonly text: string } {
  return { kind: 'amount', text: `${textOf(count)} ${unit}` }
}

/**
 * An amount of money in a currency, by its ISO 4217 code.
 *
 * @throws TypeError when the code is not three capital letters
 */
export function money(amount: number, currency: string): Amount<'money', never> {
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new TypeError(
      `a currency is a code of three capitals such as 'USD', not ${JSON.stringify(currency)}`,
    )
  }
  return inUnit(amount, currency)
}

/** US dollars. */
export function usd(amount: number): Amount<'money', never> {
  return inUnit(amount, 'USD')
}

/** US dollars an hour: what waiting costs a user. */
export function usdPerHour(amount: number): Amount<'money/time', never> {
  return inUnit(amount, 'USD/h')
}

/** Dollars for a million tokens. */
export function usdPerMtok(amount: number): Amount<'money/tokens', never> {
  return inUnit(amount, 'USD/Mtok')
}

/** So many for each dollar: what a user's `rationality` is in. */
export function perUsd(amount: number): Amount<'1/money', never> {
  return { kind: 'amount', text: `${textOf(amount)} / (1 USD)` }
}

/** Thousandths of a second. */
export function milliseconds(amount: number): Amount<'time', never> {
  return inUnit(amount, 'ms')
}

/** Seconds. */
export function seconds(amount: number): Amount<'time', never> {
  return inUnit(amount, 's')
}

/** Minutes. */
export function minutes(amount: number): Amount<'time', never> {
  return inUnit(amount, 'min')
}

/** Hours. */
export function hours(amount: number): Amount<'time', never> {
  return inUnit(amount, 'h')
}

/** Tokens. */
export function tokens(count: number): Amount<'tokens', never> {
  return inUnit(count, 'tok')
}

/** 62 for 62 %. */
export function percent(amount: number): Amount<'plain', never> {
  return { kind: 'amount', text: `${textOf(amount)}%` }
}
