import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { assistant, fileOf } from '../testing/compileText.ts'
import { mendFile } from './applyFixes.ts'

const mended = (text: string) => mendFile(fileOf(text), (file) => compile(file).diagnostics)

describe('mending a file', () => {
  it('leaves one that is in order as it is', () => {
    expect(mended(assistant)).toEqual({ text: assistant, applied: [] })
  })

  it('takes back several slips at once', () => {
    const slips = assistant
      .replace('success: 62%', 'success = 62%')
      .replace('2_400 tok / (65 tok/s)', '2,400 tok / (65 tok/s)')
      .replace('latency: 4 s', 'latency: 4 sec')
    const { text, applied } = mended(slips)
    expect(applied).toHaveLength(3)
    expect(compile(fileOf(text)).instance).not.toBeNull()
    expect(text.split('\n')).toHaveLength(assistant.split('\n').length)
  })

  it('does not guess: a fix that is not safe stays with its author', () => {
    const text = 'model a { success: 50%, latency: 4 s, cost: 1 USD }\nlet x = y\nlet yy = 2\n'
    expect(mended(text).text).toBe(text)
  })
})
