/**
 * Whether a test that needs a program of the machine, a browser or a shell, is to run: where it is there; and with
 * PLUMBLINE_PROGRAMS=required in any case, so that it fails in place of being skipped.
 */
export function isToRun(isThere: boolean): boolean {
  return isThere || process.env['PLUMBLINE_PROGRAMS'] === 'required'
}

/** Flags for a Chromium that asks nobody for anything. */
export const quietChromium: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
