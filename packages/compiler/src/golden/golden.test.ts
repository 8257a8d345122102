import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { catalogue } from '../diagnostics/catalogue.ts'
import { exampleFiles } from '../diagnostics/examples.ts'
import { renderText } from '../render/text.ts'

const folder = import.meta.dirname
const games = readdirSync(folder).filter((name) => name.endsWith('.game'))

function said(name: string): string {
  const file = { name, text: readFileSync(join(folder, name), 'utf8') }
  return renderText(compile(file, { resolve: exampleFiles(file) }).diagnostics)
}

describe('what is said of a file written in a hurry', () => {
  it.each(games)('%s', async (name) => {
    await expect(said(name)).toMatchFileSnapshot(join(folder, name.replace(/\.game$/, '.txt')))
  })

  it('covers every code that a file can provoke but for those of files beyond the limits', () => {
    const shown = new Set(games.flatMap((name) => said(name).match(/(?<=^(?:error|warning)\[)\w+/gm) ?? []))
    // What only a solver, a command line or a file of a size beyond all measure gives.
    const elsewhere = ['E0140', 'E0141', 'E0142', 'E0228', 'E0401', 'E0501', 'E0510']
    expect([...catalogue.keys()].filter((code) => !shown.has(code))).toEqual(elsewhere)
  })
})
