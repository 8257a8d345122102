import type { Fix } from '../diagnostic.ts'
import * as t from '../grammar/token-types.ts'
import type { Reading } from '../structure/reading.ts'
import { typeAt } from '../structure/statement-starts.ts'
import { defineFix } from './define-fix.ts'

/** `success: { easy: 90%, hard: 20% }` as `success.easy: 90%, success.hard: 20%`. */
const partsOfBlock = defineFix<{ readonly field: string; readonly edits: Fix['edits'] }>({
  name: 'parts-of-block',
  title: ({ field }) => `write '${field}.NAME' for each part`,
  safe: true,
  edits: ({ edits }) => edits,
})

/**
 * The block of a value as fields of their own; none where it holds anything but a name, a colon and a value for each
 * part.
 *
 * @param at - the token `{`
 * @param field - the path before the colon, as it is written
 */
export function mendBlock(reading: Reading, at: number, field: string): readonly Fix[] {
  const { tokens, file } = reading
  const edits: Fix['edits'][number][] = []
  const open = tokens[at]
  const path = tokens[at - 2 * field.split('.').length]
  if (open === undefined || path === undefined) return []
  const remove = (start: number, end: number): void => {
    const blank = /^ +/.exec(file.text.slice(end))?.[0].length ?? 0
    edits.push({ span: { start, end: end + blank }, text: '' })
  }
  remove(path.span.start, open.span.end)
  for (let place = at + 1; ; place += 1) {
    const [token, before] = [tokens[place], tokens[place - 1]]
    if (token === undefined || before === undefined || token.type === t.LeftBrace) return []
    if (token.type === t.RightBrace) {
      remove(token.span.start, token.span.end)
      break
    }
    const separated = before.type === t.LeftBrace || before.type === t.Comma || before.type === t.Semicolon
    if (!separated && token.line === before.line) continue
    if (token.type === t.Comma || token.type === t.Semicolon) continue
    if (token.type !== t.Name || typeAt(tokens, place + 1) !== t.Colon) return []
    edits.push({ span: { start: token.span.start, end: token.span.start }, text: `${field}.` })
  }
  return edits.length < 3 ? [] : [partsOfBlock(file, { field, edits })]
}
