import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '@plumbline/cli'

/** One line typed at a prompt, and what stands below it. */
export interface Exchange {
  readonly typed: string
  readonly printed: string
}

/** Takes a `console` block apart: `$ ` begins a line that is typed, the rest is printed. */
export function exchangesOf(text: string): readonly Exchange[] {
  const exchanges: { typed: string; printed: string }[] = []
  for (const line of text.split('\n').slice(0, -1)) {
    const last = exchanges.at(-1)
    if (line.startsWith('$ ')) exchanges.push({ typed: line.slice(2), printed: '' })
    else if (last !== undefined) last.printed += `${line}\n`
  }
  return exchanges
}

/** Puts a `console` block together again. */
export function consoleText(exchanges: readonly Exchange[]): string {
  return exchanges.map(({ typed, printed }) => `$ ${typed}\n${printed}`).join('')
}

/** The words of a `plumb` command line (after `plumb` or `npx plumb`), null for any other command. */
export function plumbWords(typed: string): readonly string[] | null {
  const words = shellWords(typed)
  const rest = words[0] === 'npx' ? words.slice(1) : words
  return rest[0] === 'plumb' ? rest.slice(1) : null
}

/** Splits a line as a shell does, as far as quotes and a trailing comment go. */
function shellWords(line: string): readonly string[] {
  return Array.from(line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"#]|(?<=\S)#)+|#.*/g), ([word]) => word)
    .filter((word) => !word.startsWith('#'))
    .map((word) =>
      word.replace(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ''),
    )
}

/**
 * Runs a `plumb` command in a folder, as on a terminal without colour: both outputs in the order of writing.
 * `> FILE` at its end takes the result into a file of that folder.
 */
export async function runPlumb(
  words: readonly string[],
  folder: string,
): Promise<{ status: number; printed: string }> {
  let [printed, result] = ['', '']
  const target = words.at(-2) === '>' ? words.at(-1) : undefined
  const args = target === undefined ? words : words.slice(0, -2)
  const output = (write: (text: string) => void) => ({ write, isTerminal: false, columns: null })
  const status = await run(args, {
    env: { NO_COLOR: '1' },
    folder,
    out: output((text) => {
      if (target === undefined) printed += text
      else result += text
    }),
    err: output((text) => {
      printed += text
    }),
    readStandardInput: () => Promise.resolve(new Uint8Array()),
  })
  if (target !== undefined) writeFileSync(join(folder, target), result)
  return { status, printed: printed.replace(/[ \t]+$/gm, '') }
}

/**
 * Whether a page shows what was printed: literally, but that a line `…` stands for any number of lines, `…` in a
 * line for anything in that line, and that blank lines at the end do not count.
 */
export function shows(page: string, printed: string): boolean {
  const pattern = page
    .trimEnd()
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\n)*?' : `${line.split('…').map(literally).join('.*')}\n`))
    .join('')
  return new RegExp(`^${pattern}$`).test(`${printed.trimEnd()}\n`)
}

/** A pattern that matches a text and nothing else. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
