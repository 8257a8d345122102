import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** A stream to write text to, and what it can show. */
export interface Output {
  write(text: string): void
  readonly isTerminal: boolean
  /** Columns of the terminal; null where it is none. */
  readonly columns: number | null
}

/** All that a command may touch besides files: a test passes its own. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder that relative paths start from. */
  readonly folder: string
  /** The result, and nothing else. */
  readonly out: Output
  /** Diagnostics, remarks, progress. */
  readonly err: Output
  /** Everything on standard input. */
  readonly readStandardInput: () => Promise<Uint8Array>
  /** Told of every file that a game is read from, by its whole path, before it is read; also of those that are not there. */
  readonly noteFile?: (place: string) => void
  /** Aborted when what goes on until it is stopped shall end. */
  readonly interrupted?: AbortSignal
  /** Calls once when somebody wants to stop (Ctrl-C); until then, and after `ignore`, the process would just end. */
  readonly onInterrupt?: (listener: () => void) => { readonly ignore: () => void }
  /** Other threads to work with; absent where there are none. */
  readonly threads?: Threads
}

/** How work is given to other threads. */
export interface Threads {
  /** How many can work at a time. */
  readonly most: number
  /** Starts one that runs a task of `worker.ts`, by its name, on data that can be copied. */
  readonly start: (task: string, data: unknown) => Worker
}

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : null,
  }
}

/** Listens for Ctrl-C, once; a second one ends the process. */
function onInterrupt(listener: () => void): { readonly ignore: () => void } {
  process.once('SIGINT', listener)
  process.once('SIGTERM', listener)
  const ignore = () => {
    process.off('SIGINT', listener)
    process.off('SIGTERM', listener)
  }
  return { ignore }
}

/** A thread that makes much garbage collects it early, instead of growing: a sweep for hours and at once, a search later. */
const youngest: Readonly<Record<string, number>> = { sweep: 2, solve: 6 }

/** Threads that run the bundle's second file; none where there is no bundle. */
function threadsOf(workerFile: string): Pick<World, 'threads'> {
  if (!existsSync(workerFile)) return {}
  const threads: Threads = {
    most: availableParallelism(),
    start: (task, data) => {
      const resourceLimits = { maxYoungGenerationSizeMb: youngest[task] ?? 6 }
      return new Worker(workerFile, { workerData: { task, data }, resourceLimits })
    },
  }
  return { threads }
}

/**
 * The world of the running process.
 *
 * @param workerFile the script that other threads run
 */
export function processWorld(workerFile: string): World {
  return {
    env: process.env,
    folder: process.cwd(),
    out: outputTo(process.stdout),
    err: outputTo(process.stderr),
    readStandardInput: async () => {
      const chunks: Uint8Array[] = []
      for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    ...threadsOf(workerFile),
    onInterrupt,
  }
}
