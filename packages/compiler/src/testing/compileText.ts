import type { SourceFile } from '@plumbline/parser'
import type { GameInstance } from '@plumbline/game'
import { exampleFiles } from '../diagnostics/examples.ts'
import { compile, type CompileOptions } from '../compile.ts'
import { renderText } from '../render/text.ts'

/** A file of a test. */
export function fileOf(text: string): SourceFile {
  return { name: 'assistant.game', text }
}

/** The codes of all diagnostics of a text, in order, separated by blanks. */
export function codesOf(text: string, options: CompileOptions = {}): string {
  const file = fileOf(text)
  return compile(file, { resolve: exampleFiles(file), ...options })
    .diagnostics.map(({ code }) => code)
    .join(' ')
}

/** The messages of all diagnostics of a text, in order. */
export function messagesOf(text: string, options: CompileOptions = {}): readonly string[] {
  return compile(fileOf(text), options).diagnostics.map(({ message }) => message)
}

/** All diagnostics of a text as people read them, after a newline. */
export function shown(text: string, options: CompileOptions = {}): string {
  return `\n${renderText(compile(fileOf(text), options).diagnostics)}`
}

/** The instance of a text that is in order. */
export function instanceOf(text: string, options: CompileOptions = {}): GameInstance {
  const { instance, diagnostics } = compile(fileOf(text), options)
  if (instance === null) throw new Error(renderText(diagnostics))
  return instance
}

/** The example of the language's documentation. */
export const assistant = `/// Who gets the slow model, and who pays for it?
game assistant "Two-tier assistant"

param churn = 0.10 USD in 0 USD .. 1 USD      // what losing a task costs us

model standard "Instant" {
  success: 62%
  latency: 4 s
  cost:    0.002 USD
}

model reasoning "Thinking" {
  success: 194 of 225                          // counts from an evaluation: an estimate, not a point
  latency: 0.6 s + 2_400 tok / (65 tok/s)
  cost:    1.25 USD/Mtok * 900 tok + 10 USD/Mtok * 2_400 tok
}

menu tiers = cascade(standard, reasoning)

user developer "Developer on a deadline" {
  value:    0.50 USD                           // what a solved task is worth
  patience: 40 USD/h                           // what an hour of waiting costs
}

provider acme {
  offers:  tiers
  penalty: churn
}

assert developer.gap <= 0.05 USD "users should not lose more than five cents to our routing"
assert not throttling.pays

sweep regimes {
  churn:           0 USD .. 1 USD
  developer.value: linear(0.05 USD, 2 USD, 200)
}
`
