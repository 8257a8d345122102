import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Block } from './docs/blocks.ts'
import { consoleText, exchangesOf, plumbWords, runPlumb, shows, type Exchange } from './docs/console.ts'
import { blocksOfPage, inScratchRoot, pagesOf, writeNamedBlock } from './docs/pages.ts'

// Rewrites what `console` blocks of the documentation show, by running their commands. A block that is right as it
// stands (`…` stands for any lines) is left alone.

const root = join(import.meta.dirname, '..')

async function refreshed(exchange: Exchange, folder: string): Promise<Exchange> {
  const words = plumbWords(exchange.typed)
  if (words === null) return exchange
  const { printed } = await runPlumb(words, folder)
  return shows(exchange.printed, printed) ? exchange : { typed: exchange.typed, printed }
}

async function refreshedPage(page: string): Promise<number> {
  let text = readFileSync(join(root, page), 'utf8')
  const changes: { block: Block; text: string }[] = []
  await inScratchRoot(root, async (folder) => {
    for (const block of blocksOfPage(root, page)) {
      writeNamedBlock(block, folder)
      if (block.language !== 'console') continue
      const exchanges: Exchange[] = []
      for (const exchange of exchangesOf(block.text)) exchanges.push(await refreshed(exchange, folder))
      const fresh = consoleText(exchanges)
      if (fresh !== block.text) changes.push({ block, text: fresh })
    }
  })
  const lines = text.split('\n')
  for (const { block, text: fresh } of changes.toReversed())
    lines.splice(block.line, block.text.split('\n').length - 1, ...fresh.split('\n').slice(0, -1))
  text = lines.join('\n')
  writeFileSync(join(root, page), text)
  return changes.length
}

// `npm run docs:update -- docs/theory.md` takes only the pages named.
const named = process.argv.slice(2)
for (const page of pagesOf(root).filter((each) => named.length === 0 || named.includes(each))) {
  const changed = await refreshedPage(page)
  if (changed > 0) console.log(`${page}: ${changed} block${changed === 1 ? '' : 's'} rewritten`)
}
