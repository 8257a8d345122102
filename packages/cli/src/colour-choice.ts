import type { Output, World } from './world.ts'

/**
 * Whether to colour what goes to an output: `NO_COLOR` (set, not empty) says no, `FORCE_COLOR` (but for `0` and
 * `false`) yes, else a terminal that is not `dumb`.
 */
export function wantsColour(env: World['env'], output: Pick<Output, 'isTerminal'>): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return output.isTerminal && env['TERM'] !== 'dumb'
}
