import { describe, expect, it } from 'vitest'
import type { Diagnostic, SourceFile } from '@plumbline/parser'
import { renderGithub } from './github.ts'
import { renderJson } from './json.ts'
import { summarise } from './summary.ts'

const file: SourceFile = { name: 'a,b.game', text: 'let a = 1\r\nlet b = 4 USD\n' }
const span = { start: 19, end: 24 }

const diagnostic: Diagnostic = {
  severity: 'error',
  code: 'E0214',
  message: 'a time: 100% money',
  primary: { file, span, text: 'money' },
  secondary: [{ file, span: { start: 4, end: 5 }, text: 'unlike\nthis' }],
  notes: ['first\nsecond'],
  fixes: [{ name: 'replace-word', title: "write '4 s'", safe: false, file, edits: [{ span, text: '4 s' }] }],
}

describe('diagnostics for machines', () => {
  it('writes one JSON object a line, with positions of both ends', () => {
    const lines = renderJson([diagnostic, { ...diagnostic, primary: null, secondary: [], fixes: [] }]).split(
      '\n',
    )
    expect(lines).toHaveLength(3)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      severity: 'error',
      code: 'E0214',
      message: 'a time: 100% money',
      primary: {
        file: 'a,b.game',
        start: { line: 2, column: 9, offset: 19 },
        end: { line: 2, column: 14, offset: 24 },
        text: 'money',
      },
      secondary: [
        {
          file: 'a,b.game',
          start: { line: 1, column: 5, offset: 4 },
          end: { line: 1, column: 6, offset: 5 },
          text: 'unlike\nthis',
        },
      ],
      notes: ['first\nsecond'],
      fixes: [
        {
          name: 'replace-word',
          title: "write '4 s'",
          safe: false,
          edits: [
            {
              file: 'a,b.game',
              start: { line: 2, column: 9, offset: 19 },
              end: { line: 2, column: 14, offset: 24 },
              text: '4 s',
            },
          ],
        },
      ],
    })
    expect(lines[1]).toContain('"primary":null')
    expect(renderJson([])).toBe('')
  })

  it('writes GitHub workflow commands, escaped', () => {
    expect(renderGithub([diagnostic])).toBe(
      "::error file=a%2Cb.game,line=2,endLine=2,col=9,endColumn=14,title=E0214::a time: 100%25 money (money)%0Afirst%0Asecond%0Ahelp: write '4 s'%0Asee: plumb explain E0214\n",
    )
  })

  it('writes nothing to GitHub that a terminal would obey', () => {
    const hostile = { ...diagnostic, message: 'a\u001b[31m\u0000\u202e', notes: ['one\r\ntwo\u009b'] }
    expect(renderGithub([hostile])).toContain('::a␛[31m␀\ufffd (money)%0Aone')
    expect(renderGithub([hostile])).toMatch(/^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]*$/)
  })

  it('names no column of a place over several lines, and no file where there is no place', () => {
    const tall = {
      ...diagnostic,
      severity: 'warning' as const,
      primary: { file, span: { start: 4, end: 24 }, text: '' },
    }
    expect(renderGithub([tall])).toMatch(/^::warning file=a%2Cb\.game,line=1,endLine=2,title=E0214::/)
    expect(renderGithub([{ ...diagnostic, primary: null }])).toMatch(/^::error title=E0214::a time/)
  })
})

describe('the count of diagnostics', () => {
  const warning: Diagnostic = { ...diagnostic, severity: 'warning' }
  it.each([
    [[], 'no errors'],
    [[diagnostic], '1 error'],
    [[warning], '1 warning'],
    [[diagnostic, warning, diagnostic], '2 errors, 1 warning'],
  ])('%#: %s', (diagnostics, words) => {
    expect(summarise(diagnostics)).toBe(words)
  })
})
