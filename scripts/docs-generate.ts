import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '@plumbline/compiler'
import { diagnosticsPage } from './docs/diagnostics-page.ts'
import { withTables } from './docs/language-tables.ts'

// Writes what is made from the code in the pages of the documentation: that of the diagnostics, and tables of the language.

const root = join(import.meta.dirname, '..')
writeFileSync(join(root, 'docs', 'diagnostics.md'), diagnosticsPage(catalogue.values()))

const language = join(root, 'docs', 'language.md')
writeFileSync(language, withTables(readFileSync(language, 'utf8')))
