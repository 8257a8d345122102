import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { catalogue } from '@plumbline/compiler'
import { diagnosticsPage } from '../scripts/docs/diagnostics-page.ts'
import { root } from './repository.ts'

it('docs/diagnostics.md is what `npm run docs:generate` makes of the table', () => {
  expect(readFileSync(join(root, 'docs/diagnostics.md'), 'utf8')).toBe(diagnosticsPage(catalogue.values()))
})
