import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '@plumbline/compiler'
import { diagnosticsPage } from './docs/diagnostics-page.ts'

// Writes the pages of the documentation that are made from the code.

const root = join(import.meta.dirname, '..')
writeFileSync(join(root, 'docs', 'diagnostics.md'), diagnosticsPage(catalogue.values()))
