import { describe, expect, it } from 'vitest'
import { gameOf, judge } from '@plumbline/cli'
import { exampleFiles, exampleVocabulary } from '@plumbline/compiler'
import { parse } from '@plumbline/parser'
import type { Block } from '../scripts/docs/blocks.ts'
import { exchangesOf, plumbWords, runPlumb, shows } from '../scripts/docs/console.ts'
import { blocksOfPage, inScratchRoot, pagesOf, writeNamedBlock } from '../scripts/docs/pages.ts'
import { root } from './repository.ts'

const pages = pagesOf(root)
/** What is said of a game; examples that import name their own file as the pages do. */
function codes({ text }: Block): readonly string[] {
  const file = { name: 'assistant.game', text }
  return judge(gameOf(file, [], exampleFiles(file), exampleVocabulary)).diagnostics.map(({ code }) => code)
}

/** A block of the language: a whole file, one that must fail with a code, or a `fragment` that only parses. */
function checkGame(block: Block): void {
  const [word, code] = block.words
  if (word === 'fails' || word === 'warns') expect(codes(block)).toContain(code)
  else if (word === 'fragment') expect(parse({ name: block.page, text: block.text }).diagnostics).toEqual([])
  else expect(codes(block)).toEqual([])
}

/** Runs the commands of a page in their order, in a folder of its own. */
async function checkCommands(page: string): Promise<void> {
  await inScratchRoot(root, async (folder) => {
    for (const block of blocksOfPage(root, page)) {
      writeNamedBlock(block, folder)
      if (block.language !== 'console') continue
      for (const { typed, printed } of exchangesOf(block.text)) {
        const words = plumbWords(typed)
        if (words === null) continue
        const result = await runPlumb(words, folder)
        if (!shows(printed, result.printed))
          expect(result.printed, `${page}:${block.line} $ ${typed}`).toBe(printed)
      }
    }
  })
}

describe.each(pages)('%s', (page) => {
  const games = blocksOfPage(root, page).filter(({ language }) => language === 'game')
  it.each(games.map((block) => [block.line, block] as const))(
    'line %i: the game is as the page says',
    (_, block) => {
      checkGame(block)
    },
  )

  it('shows what its commands print', async () => {
    await checkCommands(page)
  })
})

describe('a page that shows output', () => {
  it.each([
    ['a\nb\n', 'a\nb\n', true],
    ['a\nb\n\n', 'a\nb\n', true],
    ['a\n…\nd\n', 'a\nb\nc\nd\n', true],
    ['a\n…\n', 'a\nb\nc\n', true],
    ['{"a":1,…}\n', '{"a":1,"b":2}\n', true],
    ['{"a":1,…\n', '{"a":2,"b":2}\n', false],
    ['a\n', 'a\nb\n', false],
    ['a.\n', 'ab\n', false],
    ['', 'a\n', false],
    ['', '', true],
  ])('%j shows %j: %s', (page, printed, verdict) => {
    expect(shows(page, printed)).toBe(verdict)
  })

  it('types words as a shell splits them', () => {
    expect(plumbWords("npx plumb solve a.game --set 'churn=0.05 USD' # why")).toEqual([
      'solve',
      'a.game',
      '--set',
      'churn=0.05 USD',
    ])
    expect(plumbWords('npm ci')).toBeNull()
  })
})
