import { defineDiagnostic } from '../diagnostic.ts'

export const missingColon = defineDiagnostic<{ field: string }>({
  code: 'E0120',
  name: 'missing-colon',
  severity: 'error',
  title: 'a field without its colon',
  message: ({ field }) => `a ':' is missing after '${field}'`,
  explanation: 'A line of a block names a field, then has a colon, then its value: `latency: 4 s`.',
  failing: 'model fast {\n  success: 62%\n  latency 4 s\n  cost: 0.002 USD\n}\n',
  mended: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})

export const equalsForColon = defineDiagnostic<{ field: string; written: string }>({
  code: 'E0121',
  name: 'equals-for-colon',
  severity: 'error',
  title: "'=' in a block",
  message: ({ field, written }) => `inside a block '${field}' takes ':', not '${written}'`,
  explanation:
    'Declarations take `=` (`let x = 3`), the fields of a block take `:` (`latency: 4 s`). The two are told apart ' +
    'so that a lost brace is noticed at once.',
  failing: 'model fast {\n  success = 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
  mended: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})

export const missingFieldName = defineDiagnostic({
  code: 'E0122',
  name: 'missing-field-name',
  severity: 'error',
  title: 'a value without a field',
  message: () => "which field? a name belongs before this ':'",
  explanation: 'A line of a block names the field before the colon: `success: 62%`.',
  failing: 'model fast {\n  success: 62%\n  : 3 s\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
  mended: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})

export const missingValue = defineDiagnostic<{ of: string }>({
  code: 'E0123',
  name: 'missing-value',
  severity: 'error',
  title: 'a field or declaration without its value',
  message: ({ of }) => `'${of}' has no value`,
  explanation: 'After the `:` of a field, and after the `=` of a declaration, a value belongs.',
  failing: 'model fast {\n  success: 62%\n  latency:\n  cost: 0.002 USD\n}\n',
  mended: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})

export const brokenField = defineDiagnostic<{ found: string }>({
  code: 'E0124',
  name: 'broken-field',
  severity: 'error',
  title: 'a line of a block that names no field',
  message: ({ found }) => `a line of a block begins with the name of a field, not with ${found}`,
  explanation: 'Inside of braces every line is a field: a name, a colon and a value, such as `latency: 4 s`.',
  failing: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n  42\n}\n',
  mended: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})

export const unclosedBlock = defineDiagnostic<{ of: string }>({
  code: 'E0125',
  name: 'unclosed-block',
  severity: 'error',
  title: 'a block that is never closed',
  message: ({ of }) => `the block of '${of}' is never closed`,
  explanation:
    "A block that `{` opens ends with `}`. Here the next declaration, or the file's end, came first.",
  failing: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n',
  mended: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})

export const missingOpenBrace = defineDiagnostic<{ of: string }>({
  code: 'E0126',
  name: 'missing-open-brace',
  severity: 'error',
  title: 'fields without the brace that opens their block',
  message: ({ of }) => `a '{' is missing after '${of}'`,
  explanation: 'The fields of a declaration stand in a block: `model fast {`, then the fields, then `}`.',
  failing: 'model fast\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
  mended: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})

export const extraBrace = defineDiagnostic<{ brace: string }>({
  code: 'E0114',
  name: 'extra-brace',
  severity: 'error',
  title: 'a brace too many',
  message: ({ brace }) => (brace === '}' ? "this '}' closes nothing" : "this '{' opens nothing"),
  explanation:
    'Braces come in pairs, around the fields of one declaration. A block inside of a block does not exist; what ' +
    'belongs to a part of a field is written with a point: `success.easy: 90%`.',
  failing: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n}\n',
  mended: 'model fast {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})
