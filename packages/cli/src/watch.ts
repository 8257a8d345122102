import { statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { ExitStatus } from './exit-status.ts'
import type { World } from './world.ts'

/** Milliseconds between two looks at the files: soon enough for a person, and too seldom for a machine to feel. */
const pause = 150

/** What to say to who would watch standard input. */
export const cannotWatch = 'standard input cannot be watched, for it comes once; name a file'

/**
 * Does something with files, and does it again whenever one of those that it read has changed, was made or was removed: games
 * and all that they import. Files are looked at again and again rather than subscribed to, which also sees editors that
 * replace files, files that are not there yet and network drives.
 *
 * @param turn what to do; it reads its files by the world that it is given
 * @returns the status of the last turn, once the world is interrupted; on Ctrl-C the process just ends
 */
export async function watching(
  world: World,
  turn: (world: World) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  for (;;) {
    const seen = new Map<string, string>()
    const status = await turn({
      ...world,
      noteFile: (place) => {
        if (!seen.has(place)) seen.set(place, stateOf(place))
      },
    })
    // Refused before it read anything: there is nothing to wait for.
    if (seen.size === 0) return status
    const many = `${String(seen.size)} file${seen.size === 1 ? '' : 's'}`
    world.err.write(`watching ${many}; Ctrl-C ends this\n`)
    const changed = await firstChanged(seen, world)
    if (changed === null) return status
    begin(changed, world)
  }
}

async function firstChanged(
  seen: ReadonlyMap<string, string>,
  { interrupted }: World,
): Promise<string | null> {
  while (interrupted?.aborted !== true) {
    for (const [place, state] of seen) if (stateOf(place) !== state) return place
    await wait(pause)
  }
  return null
}

/** What tells one state of a file from another; empty where there is no file. */
function stateOf(place: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(place)
    return [mtimeMs, size, ino].join(' ')
  } catch {
    return ''
  }
}

/** A new turn begins on an empty screen, or below a line that says what changed. */
function begin(changed: string, { out, err, folder }: World): void {
  if (out.isTerminal) out.write('\u001b[2J\u001b[3J\u001b[H')
  const name = changed.startsWith(`${folder}/`) ? changed.slice(folder.length + 1) : changed
  err.write(`\n${name} has changed\n`)
}
