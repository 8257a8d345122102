import { spawnSync } from 'node:child_process'
import { describe, it } from 'vitest'

// Independent programs that the solver is compared with: Debian's packages `z3`, `glpk-utils` and `python3-sympy`.
// Where one is missing its tests are skipped and say so; with PLUMBLINE_INDEPENDENT=required they fail in place of that.

const required = process.env['PLUMBLINE_INDEPENDENT'] === 'required'

/** A program that answers `probe` with success, by the first name that does; null for none. */
function found(names: readonly string[], probe: readonly string[]): string | null {
  return names.find((name) => spawnSync(name, probe, { stdio: 'ignore' }).status === 0) ?? null
}

export const z3 = found(['z3'], ['--version'])
export const glpsol = found(['glpsol'], ['--version'])
export const sympy = found(['/usr/bin/python3', 'python3'], ['-c', 'import sympy'])

/** Tests that need an independent program. */
export function describeWith(
  program: string | null,
  name: string,
  debianPackage: string,
  tests: (program: string) => void,
): void {
  if (program !== null)
    describe(name, () => {
      tests(program)
    })
  else if (required)
    it(`${name}: needs Debian's package ${debianPackage}`, () => {
      throw new Error(`${debianPackage} is not installed`)
    })
  else
    describe.skip(`${name} (skipped: Debian's package ${debianPackage} is not installed)`, () =>
      it('is skipped', () => undefined))
}

/** What a program prints for an input. @throws Error where it fails */
export function ask(program: string, words: readonly string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (error !== undefined) throw error
  if (status !== 0)
    throw new Error(`${program} ended with ${String(status)}: ${stderr}${stdout.slice(-2000)}`)
  return stdout
}
