import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { catalogue } from '@plumbline/compiler'
import { diagnosticsPage } from '../scripts/docs/diagnostics-page.ts'
import { withTables } from '../scripts/docs/language-tables.ts'
import { root } from './repository.ts'

it('docs/diagnostics.md is what `npm run docs:generate` makes of the table', () => {
  expect(readFileSync(join(root, 'docs/diagnostics.md'), 'utf8')).toBe(diagnosticsPage(catalogue.values()))
})

it('the tables of docs/language.md are what `npm run docs:generate` makes of the vocabulary', () => {
  const page = readFileSync(join(root, 'docs/language.md'), 'utf8')
  expect(page.match(/<!-- table: /g)?.length).toBeGreaterThan(5)
  expect(page).toBe(withTables(page))
})
