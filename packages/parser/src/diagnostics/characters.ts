import { defineDiagnostic } from '../diagnostic.ts'

export const unclosedComment = defineDiagnostic({
  code: 'E0101',
  name: 'unclosed-comment',
  severity: 'error',
  title: 'a comment that never ends',
  message: () => 'this comment is never closed',
  explanation:
    'A comment that begins with `/*` runs to the next `*/`, over lines. Without one, the rest of the file is ' +
    'comment, and whatever it declares is lost. Close it with `*/`, or begin each of its lines with `//`.',
  failing: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n/* prices of June\n',
  mended: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n/* prices of June */\n',
})

export const unknownCharacter = defineDiagnostic<{ character: string; advice: string }>({
  code: 'E0102',
  name: 'unknown-character',
  severity: 'error',
  title: 'a character that means nothing here',
  message: ({ character, advice }) =>
    `'${character}' means nothing here${advice === '' ? '' : `: ${advice}`}`,
  explanation:
    'Outside of texts and comments a file consists of names, numbers, texts in double quotes and the signs ' +
    '`= : , ; . .. ± + - * / ^ == != < <= > >= ( ) [ ] { }`. Currency signs are written as codes after the ' +
    'number (`5 USD`), texts in double quotes, `and`, `or` and `not` as words.',
  failing: 'model fast { success: 62%, latency: 4 s, cost: $0.002 }\n',
  mended: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
})

export const malformedNumber = defineDiagnostic<{ written: string; instead: string | null }>({
  code: 'E0103',
  name: 'malformed-number',
  severity: 'error',
  title: 'a number written in another notation',
  message: ({ written, instead }) =>
    `'${written}' is no number here: ` +
    (instead === null ? 'one has digits and at most one point' : `write '${instead}'`),
  explanation:
    'A number begins with a digit and has a point before its decimals: `0.5`, not `.5` and not `0,5`. Thousands ' +
    'are set off by `_`: `1_000`, not `1,000`. A comma separates fields, so a number with a comma in it would ' +
    'silently be cut in two.',
  failing: 'model fast { success: .62, latency: 4 s, cost: 0.002 USD }\n',
  mended: 'model fast { success: 0.62, latency: 4 s, cost: 0.002 USD }\n',
})

export const unclosedText = defineDiagnostic({
  code: 'E0104',
  name: 'unclosed-text',
  severity: 'error',
  title: 'a text without its closing quote',
  message: () => 'this text is not closed on its line',
  explanation:
    'A text stands between double quotes on one line. For a quote inside of it write `\\"`, for a new line `\\n`.',
  failing: 'model fast "Instant {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
  mended: 'model fast "Instant" {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})

export const unknownEscape = defineDiagnostic<{ written: string }>({
  code: 'E0105',
  name: 'unknown-escape',
  severity: 'error',
  title: 'a backslash before a character that needs none',
  message: ({ written }) => `'${written}' stands for no character`,
  explanation:
    'In a text a backslash begins `\\"` (a quote), `\\\\` (a backslash), `\\n` (a new line) or `\\u{1F600}` (a ' +
    'character by its number). For a backslash itself write two.',
  failing: 'model fast "C:\\models" { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
  mended: 'model fast "C:\\\\models" { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
})

export const hugeExponent = defineDiagnostic<{ written: string; limit: number }>({
  code: 'E0106',
  name: 'huge-exponent',
  severity: 'error',
  title: 'a number beyond all measure',
  message: ({ written, limit }) =>
    `'${written}' is out of bounds: powers of ten go from -${limit} to ${limit}`,
  explanation:
    'Numbers are exact, so a power of ten costs as many digits as it says. Nothing that a game is about needs ' +
    'more than 400 of them; a larger one is a slip of the keyboard.',
  failing: 'model fast { success: 62%, latency: 4e4000 s, cost: 0.002 USD }\n',
  mended: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
})
