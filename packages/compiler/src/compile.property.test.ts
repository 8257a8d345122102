import { type GameInstance, loadInstance } from '@plumbline/game'
import { format } from '@plumbline/parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineGame } from './builder/defineGame.ts'
import { compile } from './compile.ts'
import { fileOf, instanceOf } from './testing/compileText.ts'
import { definitionOf } from './testing/definitionOf.ts'
import { game } from './testing/games.ts'
import { withoutPlaces } from './testing/withoutPlaces.ts'

const scraps = ['{', '}', '(', ')', ':', '=', ',', '"', '..', '±', 'of', '-', '1e400', '0', '9'.repeat(300), '%', 's', 'USD', '\n', '\r',
  '__proto__', '\u0000', '\ud800', '/*', '///', 'menu', 'task', 'uncertain', 'sqrt(-1)', '1/0'] // prettier-ignore

/** Games with a few words left out, exchanged or put in. */
const mutatedGame = fc
  .tuple(
    game,
    fc.array(fc.tuple(fc.nat(10_000), fc.constantFrom('', 'swap', ...scraps), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, changes]) => {
    const words = text.match(/[\p{L}\p{Nd}_]+|\s+|[^]/gu) ?? []
    for (const [place, put, insert] of changes) {
      const at = place % words.length
      const here = words[at] ?? ''
      const there = words[(at + 2) % words.length] ?? ''
      words[at] = put === 'swap' ? there : insert ? `${here} ${put}` : put
    }
    return words.join('')
  })

/** An instance with its definitions and random variables by name: a definition has its declarations in another order than the file. */
function inOrder(instance: GameInstance): unknown {
  const byName = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
    all.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const { definitions, randoms } = instance
  return withoutPlaces({ ...instance, definitions: byName(definitions), randoms: byName(randoms) })
}

describe('a generated game', () => {
  it('compiles', () => {
    fc.assert(
      fc.property(game, (text) => {
        const errors = compile(fileOf(text)).diagnostics.filter(({ severity }) => severity === 'error')
        expect(errors).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  it('is the same game after it is laid out', () => {
    fc.assert(
      fc.property(game, (text) => {
        const laidOut = format(fileOf(text))
        expect(withoutPlaces(instanceOf(laidOut))).toEqual(withoutPlaces(instanceOf(text)))
      }),
      { numRuns: 80 },
    )
  })

  it('is the same game as data', () => {
    fc.assert(
      fc.property(game, (text) => {
        expect(inOrder(defineGame(definitionOf(fileOf(text))))).toEqual(inOrder(instanceOf(text)))
      }),
      { numRuns: 80 },
    )
  })

  it('is read back from its JSON', () => {
    fc.assert(
      fc.property(game, (text) => {
        const instance = instanceOf(text)
        expect(loadInstance(JSON.parse(JSON.stringify(instance)))).toEqual({ ok: true, instance })
      }),
      { numRuns: 80 },
    )
  })
})

describe('a mutated game', () => {
  it('that compiles is the same game after it is laid out; every diagnostic points into the file', () => {
    fc.assert(
      fc.property(mutatedGame, (text) => {
        const { instance, diagnostics } = compile(fileOf(text))
        for (const { primary } of diagnostics) {
          if (primary === null) continue
          const { start, end } = primary.span
          expect(0 <= start && start <= end && end <= text.length).toBe(true)
        }
        if (instance === null) return
        const again = compile(fileOf(format(fileOf(text)))).instance
        expect(withoutPlaces(again)).toEqual(withoutPlaces(instance))
      }),
      { numRuns: 400 },
    )
  })
})
