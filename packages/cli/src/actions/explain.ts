import {
  catalogue,
  explainWords,
  nearest,
  type Vocabulary,
  vocabulary as ours,
  type WordExplanation,
} from '@plumbline/compiler'
import { complain } from '../complain.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import type { World } from '../world.ts'
import { wordsText, wordText } from './explain-text.ts'

/** What `plumb explain` was asked for. */
export interface ExplainOptions {
  readonly json: boolean
  /** The language with a configuration's words; only its own where it is absent. */
  readonly vocabulary?: Vocabulary
}

/** The explanation of one code (or of a diagnostic's name), or of a word of the language, or the list of all. */
export function explain(
  asked: string | null,
  world: World,
  { json, vocabulary = ours }: ExplainOptions,
): ExitStatus {
  const definitions = [...catalogue.values()]
  const words = explainWords(vocabulary)
  if (asked === null) {
    const codes = definitions.map(({ code, name, severity, title }) => ({ code, name, severity, title }))
    const listed = definitions.map(({ code, title }) => `${code}  ${title}\n`).join('')
    const named = words.map(({ name, is, of, doc }) => ({ name, is, of, doc }))
    world.out.write(json ? `${JSON.stringify({ codes, words: named })}\n` : `${listed}\n${wordsText(words)}`)
    return exitStatus.well
  }
  const wanted = asked.replace(/^(?:error|warning)?\[|\]$/g, '')
  const meanings = words.filter((word) => isNamed(word, wanted))
  const found =
    catalogue.get(wanted.toUpperCase()) ?? definitions.find(({ name }) => name === wanted.toLowerCase())
  if (found === undefined && meanings.length === 0) {
    complain(world, unknown(wanted, words))
    return exitStatus.usage
  }
  if (json) {
    world.out.write(`${JSON.stringify(found ?? (meanings.length === 1 ? meanings[0] : meanings))}\n`)
  } else {
    world.out.write(found === undefined ? meanings.map(wordText).join('\n') : explanationText(found))
  }
  return exitStatus.well
}

/** Whether a word is meant by what was typed: its name, or for a field also `model.latency`. */
function isNamed({ name, of }: WordExplanation, typed: string): boolean {
  return name === typed || (of !== null && `${of}.${name}` === typed)
}

function unknown(wanted: string, words: readonly WordExplanation[]): string {
  const names = words.map(({ name }) => name)
  const near = nearest(wanted.toUpperCase(), catalogue.keys()) ?? nearest(wanted, names)
  return /^[EW]\d/i.test(wanted)
    ? `there is no message with the code ${wanted}; ${guess(near, 'codes')}`
    : `'${wanted}' is no code of a message and no word of the language; ${guess(near, 'codes and words')}`
}

function guess(near: string | null, what: string): string {
  return near === null
    ? `'plumb explain' lists all ${what}`
    : `did you mean '${near}'? 'plumb explain' lists all`
}

function explanationText(definition: {
  readonly code: string
  readonly severity: string
  readonly title: string
  readonly explanation: string
  readonly failing: string
  readonly mended: string
}): string {
  const { code, severity, title, explanation, failing, mended } = definition
  const indented = (text: string): string => text.trimEnd().replace(/^(?=.)/gm, '    ')
  return (
    `${severity}[${code}]: ${title}\n\n${explanation.trim()}\n\n` +
    `This fails:\n\n${indented(failing)}\n\nMended:\n\n${indented(mended)}\n`
  )
}
