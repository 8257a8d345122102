import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../run.ts'

/** What a command line did. */
export interface Outcome {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Where a command line is run in a test. */
export interface Scene {
  readonly folder: string
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly terminal?: boolean
}

/** Runs a command line in this process, with outputs that are kept. */
export async function plumb(scene: Scene, ...args: readonly string[]): Promise<Outcome> {
  let [out, err] = ['', '']
  const output = (write: (text: string) => void) => ({
    write,
    isTerminal: scene.terminal === true,
    columns: scene.terminal === true ? 80 : null,
  })
  const status = await run(args, {
    env: scene.env ?? {},
    folder: scene.folder,
    out: output((text) => {
      out += text
    }),
    err: output((text) => {
      err += text
    }),
    readStandardInput: () =>
      Promise.resolve(
        typeof scene.input === 'string'
          ? new TextEncoder().encode(scene.input)
          : (scene.input ?? new Uint8Array()),
      ),
  })
  return { status, out, err }
}

/** A new empty folder, and how to remove it. */
export function scratchFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'plumb-'))
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
