/** What stands for a number that is undefined or unbounded. */
export const noNumber = '–'

const smallest = 1e-6
const largest = 1e9
const million = 1e6

/**
 * A number as people read it: four significant digits (all digits of a whole part below a million), thousands apart, a
 * true minus sign, and powers of ten only below a millionth and from a billion on.
 *
 * @param digits significant digits, 1 to 17
 * @returns `0.1138`, `−23.03`, `123,457`, `3.2e-9`; {@link noNumber} for null and what is not finite
 */
export function decimal(value: number | null, digits = 4): string {
  if (value === null || !Number.isFinite(value)) return noNumber
  if (value === 0) return '0'
  const size = Math.abs(value)
  const text = size < smallest || size >= largest ? scientific(size, digits) : plain(size, digits)
  return value < 0 ? `−${text}` : text
}

/**
 * Two numbers with as many digits as tell them apart, so that rounding never shows a difference as none.
 *
 * @param show writes one of them with so many significant digits
 */
export function apart(
  one: number,
  other: number,
  show: (value: number, digits: number) => string,
): readonly [string, string] {
  for (let digits = 4; digits < 17; digits++) {
    const pair = [show(one, digits), show(other, digits)] as const
    if (one === other || pair[0] !== pair[1]) return pair
  }
  return [show(one, 17), show(other, 17)]
}

function scientific(size: number, digits: number): string {
  const [mantissa = '', exponent = ''] = size.toExponential(digits - 1).split('e')
  return `${withoutZeros(mantissa)}e${exponent.replace('+', '')}`
}

function plain(size: number, digits: number): string {
  const rounded = Number(size.toPrecision(digits))
  const whole = Math.floor(Math.log10(rounded)) + 1
  const shown = rounded < million ? size : rounded
  const text = shown.toFixed(Math.min(Math.max(0, digits - whole), 30))
  const [units = '', fraction] = withoutZeros(text).split('.')
  const grouped = units.length > 4 ? units.replace(/\B(?=(\d{3})+$)/g, ',') : units
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

function withoutZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
