import { describe, expect, it } from 'vitest'
import type { Diagnostic, Label, SourceFile } from '@plumbline/parser'
import { renderText } from './text.ts'
import type { DiagnosticStyle } from './style.ts'

/** A label at the nth place where `part` stands in the file. */
function label(file: SourceFile, part: string, text: string, nth = 0): Label {
  let start = file.text.indexOf(part)
  for (let seen = 0; seen < nth; seen++) start = file.text.indexOf(part, start + 1)
  return { file, span: { start, end: start + part.length }, text }
}

function problem(primary: Label | null, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    severity: 'error',
    code: 'E0214',
    message: 'latency is a time, but this is money',
    primary,
    secondary: [],
    notes: [],
    fixes: [],
    ...more,
  }
}

function shown(diagnostic: Diagnostic, width = 100): string {
  return `\n${renderText([diagnostic], { width })}`
}

const file: SourceFile = {
  name: 'assistant.game',
  text: 'game assistant\n\nmodel standard "Instant" {\n  success: 62%\n  latency: 4 USD\n  cost: 0.002 USD\n}\n',
}

describe('a diagnostic as people read it', () => {
  it('shows the line, the place, notes and where to learn more', () => {
    const note = "a model's latency is how long one attempt takes, for example '4 s'"
    expect(shown(problem(label(file, '4 USD', 'money, written here'), { notes: [note] }))).toBe(`
error[E0214]: latency is a time, but this is money
  ┌─ assistant.game:5:12
  │
 5│   latency: 4 USD
  │            ^^^^^ money, written here
  │
  = a model's latency is how long one attempt takes, for example '4 s'
  = see: plumb explain E0214
`)
  })

  it('hangs the texts of several labels on one line from bars', () => {
    const sum: SourceFile = { name: 'a.game', text: 'let x = 4 USD + 3 s\n' }
    const secondary = [label(sum, '3 s', 'a time')]
    expect(shown(problem(label(sum, '4 USD', 'money'), { secondary }))).toBe(`
error[E0214]: latency is a time, but this is money
  ┌─ a.game:1:9
  │
 1│ let x = 4 USD + 3 s
  │         ^^^^^   --- a time
  │         │
  │         money
  │
  = see: plumb explain E0214
`)
  })

  it('leaves out lines between labels, but never a single one', () => {
    const secondary = [label(file, 'standard', 'of this model'), label(file, 'game', 'in this game')]
    expect(shown(problem(label(file, '0.002 USD', ''), { secondary }))).toBe(`
error[E0214]: latency is a time, but this is money
  ┌─ assistant.game:6:9
  │
 1│ game assistant
  │ ---- in this game
 2│
 3│ model standard "Instant" {
  │       -------- of this model
  ·
 6│   cost: 0.002 USD
  │         ^^^^^^^^^
  │
  = see: plumb explain E0214
`)
  })

  it('brackets a place that reaches over lines, from its start', () => {
    const block = file.text.slice(file.text.indexOf('model'), -1)
    expect(shown(problem(label(file, block, 'this model')))).toBe(`
error[E0214]: latency is a time, but this is money
  ┌─ assistant.game:3:1
  │
 3│ ╭ model standard "Instant" {
 4│ │   success: 62%
 5│ │   latency: 4 USD
 6│ │   cost: 0.002 USD
 7│ │ }
  │ ╰─^ this model
  │
  = see: plumb explain E0214
`)
  })

  it('brackets a place that begins within a line, and shortens a long one', () => {
    const text = `let x = max(\n${'  1,\n'.repeat(8)}  2)\n`
    const long: SourceFile = { name: 'a.game', text }
    const primary = label(long, text.slice(8, -1), 'all of this')
    const secondary = [label(long, 'x', 'for this name')]
    expect(shown(problem(primary, { secondary }))).toBe(`
error[E0214]: latency is a time, but this is money
  ┌─ a.game:1:9
  │
 1│   let x = max(
  │       - for this name
  │ ╭─────────^
 2│ │   1,
  · │
10│ │   2)
  │ ╰────^ all of this
  │
  = see: plumb explain E0214
`)
  })

  it('aligns under tabs, wide characters, emoji and combining marks', () => {
    const wide: SourceFile = { name: 'a.game', text: '\tmodel 模型 "👩‍👩‍👧 e\u0301" { cost: 4 s }' }
    expect(shown(problem(label(wide, '4 s', 'here')))).toBe(`
error[E0214]: latency is a time, but this is money
  ┌─ a.game:1:33
  │
 1│     model 模型 "👩‍👩‍👧 e\u0301" { cost: 4 s }
  │                               ^^^ here
  │
  = see: plumb explain E0214
`)
    expect(shown(problem(label(wide, '模型', 'here')))).toContain(`
 1│     model 模型 "👩‍👩‍👧 e\u0301" { cost: 4 s }
  │           ^^^^ here
`)
  })

  it('points just after the last character at the end of a file', () => {
    const open: SourceFile = { name: 'a.game', text: 'model a {' }
    const primary = { file: open, span: { start: 9, end: 9 }, text: "expected '}'" }
    expect(shown(problem(primary))).toContain(`
 1│ model a {
  │          ^ expected '}'
`)
    const ended: SourceFile = { name: 'a.game', text: 'model a {\r\n' }
    expect(shown(problem({ file: ended, span: { start: 11, end: 11 }, text: 'the end' }))).toContain(`
  ┌─ a.game:2:1
  │
 2│
  │ ^ the end
`)
  })

  it('treats a Windows line end as no part of the line', () => {
    const dos: SourceFile = { name: 'a.game', text: 'let a = 1\r\nlet b = 2\r\n' }
    expect(shown(problem(label(dos, '2\r\n', 'here')))).toContain(`
  ┌─ a.game:2:9
  │
 2│ let b = 2
  │         ^ here
`)
  })

  it('clips a very long line around the place', () => {
    const text = `let x = ${'1 + '.repeat(200)}4 USD${' + 1'.repeat(200)}`
    const long: SourceFile = { name: 'a.game', text }
    expect(shown(problem(label(long, '4 USD', 'money')), 40)).toContain(`
  ┌─ a.game:1:809
  │
 1│ … 1 + 1 + 1 + 4 USD + 1 + 1 + 1 + 1 + 1 +…
  │               ^^^^^ money
`)
  })

  it('says the column of a label that the clipping hides', () => {
    const text = `let x = ${'1 + '.repeat(400)}4 USD`
    const long: SourceFile = { name: 'a.game', text }
    const secondary = [label(long, 'x', 'for this name')]
    expect(shown(problem(label(long, '4 USD', 'money'), { secondary }), 40)).toContain(`
 1│ … + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 4 USD
  │                                     ^^^^^ money
  │ column 5: for this name
`)
  })

  it('shows the line as a fix would leave it', () => {
    const primary = label(file, '4 USD', 'money')
    const edits = [{ span: { start: primary.span.start + 2, end: primary.span.end }, text: 's' }]
    const fixes = [{ name: 'add-unit', title: 'give it a unit of time', safe: false, file, edits }]
    expect(shown(problem(primary, { fixes }))).toContain(`
  │
  = help: give it a unit of time
 5│   latency: 4 s
  │              +
  = see: plumb explain E0214
`)
  })

  it('shows every line that a fix adds, and none of one that only takes away', () => {
    const at = file.text.indexOf('  cost')
    const add = {
      name: 'add-price',
      title: 'add a price',
      safe: true,
      file,
      edits: [{ span: { start: at, end: at }, text: '  price: 0 USD\n' }],
    }
    const span = { start: at, end: file.text.indexOf('}') }
    const remove = {
      name: 'remove-it',
      title: 'remove the cost',
      safe: true,
      file,
      edits: [{ span, text: '' }],
    }
    expect(shown(problem(null, { fixes: [add, remove] }))).toBe(`
error[E0214]: latency is a time, but this is money
  = help: add a price
 6│   price: 0 USD
  │   ++++++++++++
 7│   cost: 0.002 USD
  = help: remove the cost
  = see: plumb explain E0214
`)
  })

  it('puts labels of another file in a frame of its own', () => {
    const other: SourceFile = { name: 'menus/acme.game', text: '// ours\nmodel standard = other\n' }
    const secondary = [label(other, 'standard', 'first declared here')]
    expect(shown(problem(label(file, 'standard', 'again'), { secondary }))).toBe(`
error[E0214]: latency is a time, but this is money
  ┌─ assistant.game:3:7
  │
 3│ model standard "Instant" {
  │       ^^^^^^^^ again
  │
  ├─ menus/acme.game:2:7
  │
 2│ model standard = other
  │       -------- first declared here
  │
  = see: plumb explain E0214
`)
  })

  it('continues a note of several lines under its first', () => {
    expect(shown(problem(null, { notes: ['either\nor'] }))).toBe(`
error[E0214]: latency is a time, but this is money
  = either
    or
  = see: plumb explain E0214
`)
  })

  it('lets nothing of a hostile file reach the terminal as a command', () => {
    const hostile: SourceFile = { name: 'a\u001b[2J.game', text: 'model \u001b[31mred\u202e { }\u0000' }
    const text = renderText([problem(label(hostile, 'red', '\u001b]0;title\u0007'), { notes: ['\u009b1m'] })])
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(text).toContain('model ␛[31mred� { }␀')
  })

  it('paints with the style given and changes no letter by it', () => {
    const mark = (tag: string) => (text: string) => `<${tag}>${text}</${tag}>`
    const colour: DiagnosticStyle = {
      error: mark('error'),
      warning: mark('warning'),
      message: mark('b'),
      gutter: mark('i'),
      secondary: mark('u'),
      help: mark('help'),
    }
    const diagnostic = problem(label(file, '4 USD', 'money'), { secondary: [label(file, 'cost', 'beside')] })
    const painted = renderText([diagnostic], { colour })
    expect(painted).toContain('<error>error[E0214]</error><b>: latency')
    expect(painted).toContain('<error>^^^^^</error><error> money</error>')
    expect(painted).toContain('<u>----</u><u> beside</u>')
    expect(painted.replace(/<\/?\w+>/g, '')).toBe(renderText([diagnostic]))
  })
})
