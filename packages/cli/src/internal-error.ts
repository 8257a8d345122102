import type { World } from './world.ts'

/** What people see of a mistake of ours: a sentence, no stack trace (but with `PLUMB_DEBUG=1`). */
export function internalError(error: unknown, env: World['env']): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const trace = env['PLUMB_DEBUG'] === '1' && error instanceof Error ? `${error.stack ?? ''}\n` : ''
  return (
    `plumb: internal error (${reason.split('\n')[0] ?? ''}).\n` +
    'This is a mistake in plumb, not in your file. Please report it, with the file and the command that led to it.\n' +
    trace
  )
}
