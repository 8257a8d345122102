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
}

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : null,
  }
}

/** The world of the running process. */
export function processWorld(): World {
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
  }
}
