import { compile } from '@plumbline/compiler'
import { parse } from '@plumbline/parser'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './repository.ts'

const errorsIn = (
  diagnostics: readonly { readonly severity: string; readonly code: string }[],
): readonly string[] => diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)

/** The text with one token doubled, and with one token and the next in each other's place. */
function slipsOf(text: string): readonly { readonly at: number; readonly broken: string }[] {
  const { tokens } = parse({ name: 'x.game', text })
  return tokens.flatMap(({ span, text: token }, index) => {
    const [head, tail, next] = [text.slice(0, span.start), text.slice(span.end), tokens[index + 1]]
    const doubled = { at: span.start, broken: `${head}${token} ${token}${tail}` }
    if (next === undefined) return [doubled]
    const between = text.slice(span.end, next.span.start)
    const swapped = `${head}${next.text}${between}${token}${text.slice(next.span.end)}`
    return [doubled, { at: span.start, broken: swapped }]
  })
}

describe.each(['assistant', 'router-rollback'])('examples/%s.game', (name) => {
  const text = readFileSync(join(root, 'examples', `${name}.game`), 'utf8')

  it('says at most one thing of the syntax and two in all where a token is doubled or has changed places', () => {
    const crowded = slipsOf(text).flatMap(({ at, broken }) => {
      const file = { name: `${name}.game`, text: broken }
      const [syntax, all] = [errorsIn(parse(file).diagnostics), errorsIn(compile(file).diagnostics)]
      if (syntax.length <= 1 && all.length <= 2) return []
      return [{ line: broken.slice(broken.lastIndexOf('\n', at) + 1, broken.indexOf('\n', at)), all }]
    })
    expect(crowded).toEqual([])
  })
})
