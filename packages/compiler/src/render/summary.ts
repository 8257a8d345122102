import type { Diagnostic } from '@plumbline/parser'

/** Counts diagnostics in words: `2 errors, 1 warning`; `no errors` where there are none at all. */
export function summarise(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [
    ...(errors > 0 || warnings === 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ]
  return parts.join(', ')
}

function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : String(number)} ${noun}${number === 1 ? '' : 's'}`
}
