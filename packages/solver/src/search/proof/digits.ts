/** Digits of the numbers of a proof: few, so that its reader takes each as the decimal that it is. */
const digits = 9

/** Below it no number but 0 is one. */
const least = 1e-100

/** The decimal of few digits nearest a number. */
export function rounded(value: number): number {
  return Math.abs(value) < least ? 0 : Number(value.toPrecision(digits))
}

/** The greatest decimal of few digits that is not above a number. */
export function roundedDown(value: number): number {
  const close = rounded(value)
  if (close <= value || close === 0) return close
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(close))) - digits + 1)
  return rounded(close - unit)
}
