import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assistant } from '../testing/assistant.ts'
import { brokenLayoutLaw } from '../testing/layoutLaws.ts'
import { format } from './format.ts'

const folder = new URL('../../../../examples/', import.meta.url)
const examples = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.game')) : []
const files = [assistant, ...examples.map((name) => readFileSync(new URL(name, folder), 'utf8'))]

function formatted(text: string): string {
  return format({ name: 'test.game', text })
}

describe('the canonical layout', () => {
  it('aligns the values of a block, one field a line', () => {
    expect(formatted('model a "A"{success:62%,latency : 4 s;cost: 1 USD}')).toBe(
      'model a "A" {\n  success: 62%\n  latency: 4 s\n  cost:    1 USD\n}\n',
    )
  })

  it('keeps comments, blank lines and breaks inside of values', () => {
    const text =
      '// head\n\n\nlet x=1+2 // sum\nlet y = max( 1,\n2 )\nmodel a { // why\n  // own\n  cost: -1*2/(65 tok/s)\n\n\n  latency: 1 s\n\n}\n'
    expect(formatted(text)).toBe(
      '// head\n\nlet x = 1 + 2  // sum\nlet y = max(1,\n  2)\nmodel a {  // why\n  // own\n  cost:    -1*2/(65 tok/s)\n\n  latency: 1 s\n}\n',
    )
  })

  it('gives back a file with a syntax error as it is', () => {
    const text = 'model a {\n   cost  = 3\n'
    expect(formatted(text)).toBe(text)
  })
})

describe('the three laws', () => {
  it.each(files.map((text) => [text.split('\n')[0], text]))('hold for %s', (_, text) => {
    expect(brokenLayoutLaw(text)).toBeNull()
  })

  it.each([
    ['lines that end in a carriage return', 'let a = 1 // one\rlet b = 2\r\r\rlet c = 3'],
    ['a comment behind a semicolon of its own line', '// one\n\n;// two\nlet a = 1'],
    ['documentation behind a semicolon', 'let a = 1\n;/// of b\nlet b = 2'],
    ['documentation above a semicolon', '/// of a\n;;\nlet a = 1\nmodel m { /// of b\n, b: 2 }'],
    ['a block of separators only', 'model a { \n;;\n }'],
    ['a dot behind a number', 'let a = 1 . /* one */ b'],
    ['documentation behind code and a semicolon', 'let a = 1; /// of a\nlet b = 2'],
    ['a comment of two lines inside of a value', 'let a = /* one\n two */ b'],
    ['a comment with every sort of line end', 'let a = 1 /* one\r two\r\r\n three\n */ + b'],
    ['a comment of two lines between a field and the next', 'model a { b: 1 /* one\n two */ c: 2 }'],
  ])('hold for %s', (_, text) => {
    expect(brokenLayoutLaw(text)).toBeNull()
  })
})
