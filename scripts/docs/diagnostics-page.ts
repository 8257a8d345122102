import { gameOf, judge } from '@plumbline/cli'
import { exampleFiles, exampleVocabulary, renderText } from '@plumbline/compiler'
import type { DiagnosticDefinition } from '@plumbline/parser'

type AnyDefinition = Omit<DiagnosticDefinition<never>, 'message'>

const introduction = `<!-- Generated from the compiler's table by \`npm run docs:generate\`. -->

# Diagnostics

Every message of \`plumb\` about a file has a code. The code stays the same when the wording changes, so it can be
searched for; \`plumb explain CODE\` prints what stands here. Codes that begin with E are errors: the game cannot be
solved until they are mended. Codes that begin with W are warnings.
`

/** The page of all diagnostics: what each is about, an example that makes it, what is said then, and the mended example. */
export function diagnosticsPage(definitions: Iterable<AnyDefinition>): string {
  const sorted = [...definitions].toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const contents = sorted.map(({ code, title }) => `| [${code}](#${code.toLowerCase()}) | ${cell(title)} |`)
  const table = ['| code | about |', '| --- | --- |', ...contents].join('\n')
  return [introduction, `${table}\n`, ...sorted.map(entry)].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '\\<')
}

function entry({ code, name, severity, title, explanation, failing, inFull, mended }: AnyDefinition): string {
  const file = { name: 'assistant.game', text: inFull?.() ?? failing }
  const { diagnostics } = judge(gameOf(file, [], exampleFiles(file), exampleVocabulary))
  const said = renderText(diagnostics.filter((diagnostic) => diagnostic.code === code).slice(0, 1))
  const verb = severity === 'error' ? 'fails' : 'warns'
  return `## ${code}

**${cell(title)}** (${severity}, \`${name}\`)

${explanation.trim()}

${fenced(inFull === undefined ? `game ${verb} ${code}` : 'game fragment', failing)}

${fenced('text', said)}

Mended:

${fenced('game', mended)}
`
}

function fenced(info: string, text: string): string {
  return `\`\`\`${info}\n${text.trimEnd()}\n\`\`\``
}
