import { defineDiagnostic } from '../diagnostic.ts'

export const brokenName = defineDiagnostic<{ written: string; instead: string }>({
  code: 'E0127',
  name: 'broken-name',
  severity: 'error',
  title: 'a name with characters that names do not have',
  message: ({ written, instead }) =>
    `'${written}' is no name: write '${instead}', and the real one as a label`,
  explanation:
    'A name is a letter or `_`, then letters, digits and `_`: no points, hyphens or spaces, for these have ' +
    'meanings of their own. Reports show the label, which may be any text: `model gpt_4_1 "gpt-4.1" {`.',
  failing: 'model gpt-4.1 { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
  mended: 'model gpt_4_1 "gpt-4.1" { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
})

export const incompleteHead = defineDiagnostic<{ found: string }>({
  code: 'E0128',
  name: 'incomplete-head',
  severity: 'error',
  title: 'a declaration that lacks its kind or its name',
  message: ({ found }) =>
    `a declaration begins with a kind and a name, and after '${found}' one of them is missing`,
  explanation:
    'A declaration says what it is and how it is called: `model fast { … }`, `param churn = 0.10 USD`. With one ' +
    'word only, it cannot be told whether the kind or the name was left out.',
  failing: 'model { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
  mended: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
})

export const missingEquals = defineDiagnostic<{ name: string }>({
  code: 'E0129',
  name: 'missing-equals',
  severity: 'error',
  title: "a declaration without the '=' before its value",
  message: ({ name }) => `an '=' is missing after '${name}'`,
  explanation: 'A declaration gets its value by `=`: `let wait = 4 s`.',
  failing: 'let wait 4 s\nmodel fast { success: 62%, latency: wait, cost: 0.002 USD }\n',
  mended: 'let wait = 4 s\nmodel fast { success: 62%, latency: wait, cost: 0.002 USD }\n',
})

export const colonForEquals = defineDiagnostic<{ name: string; written: string }>({
  code: 'E0130',
  name: 'colon-for-equals',
  severity: 'error',
  title: "':' in the head of a declaration",
  message: ({ name, written }) => `'${name}' takes '=', not '${written}'`,
  explanation: 'Declarations take `=` (`let wait = 4 s`), the fields of a block take `:`.',
  failing: 'let wait: 4 s\nmodel fast { success: 62%, latency: wait, cost: 0.002 USD }\n',
  mended: 'let wait = 4 s\nmodel fast { success: 62%, latency: wait, cost: 0.002 USD }\n',
})

export const stray = defineDiagnostic<{ found: string }>({
  code: 'E0131',
  name: 'no-declaration',
  severity: 'error',
  title: 'a line that begins no declaration',
  message: ({ found }) => `${found} begins no declaration`,
  explanation:
    'Outside of blocks every line begins a declaration (`model`, `menu`, `user`, …), an `assert` or an `import`. ' +
    'A condition needs `assert` before it; a field needs the block of its declaration around it.',
  failing: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\nfast.success < 70%\n',
  mended: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\nassert fast.success < 70%\n',
})

export const brokenImport = defineDiagnostic({
  code: 'E0132',
  name: 'broken-import',
  severity: 'error',
  title: 'an import that cannot be read',
  message: () => 'an import reads \'import "./file.game"\' or \'import { a, b } from "./file.game"\'',
  explanation:
    'An import names a file by a text in double quotes, relative to the file that imports it, and may say which ' +
    'names it wants: `import { fast, slow } from "./models.game"`.',
  failing: 'import models.game\nmodel fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
  mended: '// import "./models.game"\nmodel fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
})
