import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { describe, expect, it } from 'vitest'
import type { Diagnostic, Label, SourceFile } from '@plumbline/parser'
import { renderGithub } from './github.ts'
import { renderJson } from './json.ts'
import { renderText } from './text.ts'

const pieces = [
  'model',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '{',
  '}',
  '模型',
  '👩‍👩‍👧',
  'e\u0301',
  '4 USD',
  '\u0000',
  '\u202e',
  '…',
]
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''))

const diagnostics: fc.Arbitrary<Diagnostic> = texts.chain((text) => {
  const file: SourceFile = { name: 'a.game', text }
  const offset = fc.integer({ min: 0, max: text.length })
  const span = fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  const label = fc
    .record({ span, text: fc.constantFrom('', 'here', 'two\nlines') })
    .map((part): Label => ({ file, ...part }))
  const edits = fc.array(fc.record({ span, text: texts }), { maxLength: 1 })
  return fc.record({
    severity: fc.constantFrom('error' as const, 'warning' as const),
    code: fc.constant('E0101'),
    message: fc.constant('a message'),
    primary: fc.option(label),
    secondary: fc.array(label, { maxLength: 4 }),
    notes: fc.array(fc.constant('a note'), { maxLength: 2 }),
    fixes: fc.array(
      edits.map((list) => ({ name: 'a-fix', title: 'a fix', safe: true, file, edits: list })),
      { maxLength: 2 },
    ),
  })
})

describe('whatever the file holds and wherever the labels point', () => {
  it('a diagnostic is printed, within its width, and commands no terminal', () => {
    fc.assert(
      fc.property(diagnostics, (diagnostic) => {
        const text = renderText([diagnostic], { width: 60 })
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
        expect(text).toMatch(/= see: plumb explain E0101\n$/)
        const source = text.split('\n').filter((line) => /^ *\d+│/.test(line))
        for (const line of source) expect(stringWidth(line)).toBeLessThanOrEqual(60 + 6 + 2 * 5)
        expect(text.split('\n').filter((line) => /\s$/.test(line))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('every label with a text is said', () => {
    fc.assert(
      fc.property(diagnostics, (diagnostic) => {
        const labels = [...(diagnostic.primary === null ? [] : [diagnostic.primary]), ...diagnostic.secondary]
        const said = (renderText([diagnostic]).match(/here|two lines/g) ?? []).length
        expect(said).toBe(labels.filter(({ text }) => text !== '').length)
      }),
      { numRuns: 1000 },
    )
  })

  it('machines get one line', () => {
    fc.assert(
      fc.property(diagnostics, (diagnostic) => {
        expect(renderJson([diagnostic]).split('\n')).toHaveLength(2)
        expect(renderGithub([diagnostic]).split(/[\r\n]/)).toHaveLength(2)
      }),
    )
  })
})
