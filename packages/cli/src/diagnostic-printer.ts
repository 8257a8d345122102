import { renderText, type DiagnosticStyle } from '@plumbline/compiler'
import type { Diagnostic } from '@plumbline/parser'
import { createColors } from 'picocolors'
import { wantsColour } from './colour-choice.ts'
import type { Output, World } from './world.ts'

/** The colours of diagnostics on a terminal. */
function diagnosticColours(enabled: boolean): DiagnosticStyle {
  const colours = createColors(enabled)
  return {
    error: (text) => colours.bold(colours.red(text)),
    warning: (text) => colours.bold(colours.yellow(text)),
    message: colours.bold,
    gutter: colours.blue,
    secondary: colours.cyan,
    help: colours.green,
  }
}

/** Diagnostics for people, coloured and clipped as the output can show them. */
export function diagnosticText(
  diagnostics: readonly Diagnostic[],
  output: Output,
  env: World['env'],
): string {
  const width = output.columns === null ? 100 : Math.max(40, output.columns - 8)
  return renderText(diagnostics, { colour: diagnosticColours(wantsColour(env, output)), width })
}

/** Prints diagnostics on standard error, a blank line after them; with `quiet`, errors only. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], world: World, quiet: boolean): void {
  const shown = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics
  if (shown.length > 0) world.err.write(`${diagnosticText(shown, world.err, world.env)}\n`)
}
