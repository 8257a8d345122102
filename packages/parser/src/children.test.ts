import { expect, it } from 'vitest'
import { allExpressions, walk } from './children.ts'
import { parse, parseExpression } from './parse.ts'
import { show } from './testing/show.ts'

it('walks an expression from the outside in, and from left to right', () => {
  const { expression } = parseExpression({ name: 'x', text: '(a + f(b, by: [1, -c])).d' })
  expect([...walk(expression)].map(show)).toEqual([
    '{(+ a f(b, by: [1, (- c)]))}.d',
    '{(+ a f(b, by: [1, (- c)]))}',
    '(+ a f(b, by: [1, (- c)]))',
    'a',
    'f(b, by: [1, (- c)])',
    'f',
    'b',
    '[1, (- c)]',
    '1',
    '(- c)',
    'c',
  ])
})

it('walks all of a file, and lists of any length', () => {
  const text = `param a = b in c .. d\nuser u { value: e }\nassert f\nlet g = [${'1, '.repeat(300_000)}]`
  const names = [...allExpressions(parse({ name: 'x', text }).file)].flatMap((node) =>
    node.kind === 'name' ? [node.text] : [],
  )
  expect(names).toEqual(['b', 'c', 'd', 'e', 'f'])
})
