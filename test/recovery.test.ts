import { compile } from '@plumbline/compiler'
import { parse } from '@plumbline/parser'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, root } from './repository.ts'

const examples = filesBelow('examples').filter((path) => /^examples\/[^/]*\.game$/.test(path))

describe.each(examples)('%s without any one of its tokens', (name) => {
  const text = readFileSync(join(root, name), 'utf8')

  it('has at most two diagnostics, and the same for any mistake elsewhere in it', () => {
    const crowded = parse({ name, text }).tokens.flatMap(({ span }) => {
      const broken = text.slice(0, span.start) + ' '.repeat(span.end - span.start) + text.slice(span.end)
      const { diagnostics } = compile({ name, text: broken })
      if (diagnostics.length <= 2) return []
      const line = broken.slice(text.lastIndexOf('\n', span.start) + 1, text.indexOf('\n', span.end))
      return [{ line, told: diagnostics.map(({ code, message }) => `${code} ${message}`) }]
    })
    expect(crowded).toEqual([])
  })
})
