import { defineDiagnostic } from '@plumbline/parser'
import type { ImportFailure } from '../imports/resolve.ts'
import { exampleGame } from './examples.ts'

interface Unreadable {
  readonly path: string
  readonly why: ImportFailure
  readonly detail: string | null
}

const reasons: Readonly<Record<ImportFailure, string>> = {
  missing: 'there is no such file',
  outside: 'it lies outside of the folder that imports may come from',
  folder: 'it is a folder',
  'too-long': 'it is longer than 8 MiB, the most that a file may be',
  unreadable: 'it cannot be read',
  'not-text': 'it is not plain text in UTF-8',
  'no-files': 'there are no files to import from here',
}

export const unreadableImport = defineDiagnostic({
  code: 'E0225',
  name: 'unreadable-import',
  severity: 'error',
  message: ({ path, why, detail }: Unreadable) =>
    `cannot import "${path}": ${reasons[why]}${detail === null ? '' : ` (${detail})`}`,
  title: 'a file that cannot be imported',
  explanation: `An import names a file relative to the file in which it stands: \`import { o3 } from "./menus/openai.game"\`. It must lie inside
the root: the folder of \`--root\`, else the nearest folder upward that has a \`plumb.config\` file or a \`.git\`, else the folder of
the game itself. Links are followed before that is decided.`,
  failing: `import { quick } from "./nowhere.game"\n\n${exampleGame()}`,
  mended: exampleGame(),
})

export const importCycle = defineDiagnostic({
  code: 'E0226',
  name: 'import-cycle',
  severity: 'error',
  message: ({ cycle }: { readonly cycle: readonly string[] }) =>
    `files import each other: ${cycle.join(' → ')}`,
  title: 'files that import each other',
  explanation:
    'A file that is imported cannot import the one that imports it, however indirectly. Move what both need into a file of its own.',
  failing: `import { itself } from "./assistant.game"\n\n${exampleGame()}`,
  mended: exampleGame(),
})

export const nameNotThere = defineDiagnostic({
  code: 'E0227',
  name: 'name-not-there',
  severity: 'error',
  message: ({ name, file }: { readonly name: string; readonly file: string }) =>
    `${file} declares no '${name}'`,
  title: 'a name that the imported file does not declare',
  explanation:
    'An import with names takes these from the file, and each must be declared or imported there. The note lists what there is.',
  failing: `import { gigantic } from "./library.game"\n\n${exampleGame()}`,
  mended: `import { large } from "./library.game"\n\n${exampleGame(['menu', 'menu tiers = cascade(quick, large)'])}`,
})

export const tooManyImports = defineDiagnostic({
  code: 'E0228',
  name: 'too-many-imports',
  severity: 'error',
  message: ({ most }: { readonly most: number }) => `a game imports at most ${most} files`,
  title: 'more imported files than a game may have',
  explanation: 'A game may be put together from at most 1000 files. Put what belongs together into one file.',
  failing: `import "./chain-1.game"\n\n${exampleGame()}`,
  mended: exampleGame(),
})
