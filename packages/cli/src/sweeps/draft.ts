import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

/** A file under way: rows are added at its end, and it gets its name when it is whole. */
export interface Draft {
  readonly path: string
  /** Rows that it has already. */
  readonly rows: number
  readonly append: (text: string | Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Where the rows of a sweep are kept until all are there: beside the output, under a name that tells this very sweep from
 * any other, so that no rows of another are ever taken for its own.
 *
 * @param identity all that the rows depend on
 */
export function draftPath(output: string, identity: unknown): string {
  const mark = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 12)
  return join(dirname(output), `.${basename(output)}.${mark}.part`)
}

/**
 * Opens a draft: from nothing with its head, or (`resume`) after the last of the rows that it holds whole.
 *
 * @param head the line above all rows; empty where there is none
 */
export async function openDraft(path: string, head: string, resume: boolean): Promise<Draft> {
  const found = resume ? await wholeLines(path) : null
  const lines = found?.lines ?? 0
  const heads = head === '' ? 0 : 1
  const kept = found !== null && lines >= heads
  const handle = await open(path, kept ? 'r+' : 'w')
  let place = 0
  const append = async (text: string | Uint8Array): Promise<void> => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    for (let from = 0; from < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, from, bytes.length - from, place)
      from += bytesWritten
      place += bytesWritten
    }
  }
  if (kept) {
    await handle.truncate(found.bytes)
    place = found.bytes
  } else await append(head)
  return { path, rows: kept ? lines - heads : 0, append, close: () => handle.close() }
}

/** How many whole lines a file has, and how many bytes they take; null where there is no such file. */
async function wholeLines(path: string): Promise<{ readonly lines: number; readonly bytes: number } | null> {
  if ((await stat(path).catch(() => null))?.isFile() !== true) return null
  let [lines, bytes, seen] = [0, 0, 0]
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      lines += 1
      bytes = seen + at + 1
    }
    seen += chunk.length
  }
  return { lines, bytes }
}

/** Gives a whole file its name, in place of what may have had it before. */
export async function publish(draft: string, output: string): Promise<void> {
  await rename(draft, output)
}

/** Removes a draft that is no longer needed. */
export async function discard(path: string): Promise<void> {
  await rm(path, { force: true })
}
