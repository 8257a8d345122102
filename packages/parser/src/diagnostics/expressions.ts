import { defineDiagnostic } from '../diagnostic.ts'

export const foreignOperator = defineDiagnostic<{ written: string; instead: string }>({
  code: 'E0107',
  name: 'foreign-operator',
  severity: 'error',
  title: 'an operator of another language',
  message: ({ written, instead }) => `'${written}' is no operator here: write '${instead}'`,
  explanation:
    'The operators are `+ - * / ^`, `== != < <= > >=`, `and or not in`, `..` for a range, `±` for a spread and `of` ' +
    'for counts. Other spellings of the same, such as `**`, `<>` or `0 to 1`, are not read.',
  failing: 'model fast { success: 0.8 ** 2, latency: 4 s, cost: 0.002 USD }\n',
  mended: 'model fast { success: 0.8 ^ 2, latency: 4 s, cost: 0.002 USD }\n',
})

export const needsParentheses = defineDiagnostic<{ written: string; operator: string }>({
  code: 'E0108',
  name: 'needs-parentheses',
  severity: 'error',
  title: 'a part of a value that needs parentheses around it',
  message: ({ written, operator }) =>
    `'${written}' needs parentheses around it, for it stands after '${operator}'`,
  explanation:
    '`not` binds less tightly than a comparison, and `+` less tightly than `±`, so behind one of these it would be ' +
    'unclear how far the value goes. Parentheses say so: `0.6 ± (0.02 + 0.01)`.',
  failing: 'model fast { success: 0.62 ± 0.02 + 0.01, latency: 4 s, cost: 0.002 USD }\n',
  mended: 'model fast { success: 0.62, latency: 4 s, cost: 0.002 USD }\n',
})

export const missingOperand = defineDiagnostic<{ what: 'value' | 'name'; place: string }>({
  code: 'E0110',
  name: 'missing-operand',
  severity: 'error',
  title: 'an operator with nothing on one side',
  message: ({ what, place }) => `a ${what} is missing ${place}`,
  explanation:
    'An operator stands between two values. A value that goes on in the next line is fine, as long as the line ' +
    'ends or begins with an operator.',
  failing: 'model fast { success: 62%, latency: 4 s +, cost: 0.002 USD }\n',
  mended: 'model fast { success: 62%, latency: 4 s + 1 s, cost: 0.002 USD }\n',
})

export const missingOperator = defineDiagnostic<{ left: string; right: string; listed: boolean }>({
  code: 'E0111',
  name: 'missing-operator',
  severity: 'error',
  title: 'two values side by side',
  message: ({ left, right, listed }) =>
    `${listed ? 'a comma or an operator' : 'an operator'} is missing between '${left}' and '${right}'`,
  explanation:
    'Two values need an operator between them; nothing is multiplied silently. A number may be followed by its ' +
    'unit, and a compound unit has its own operators: `10 USD/Mtok`.',
  failing: 'model fast { success: 62%, latency: 4 s (1 + 1), cost: 0.002 USD }\n',
  mended: 'model fast { success: 62%, latency: 4 s * (1 + 1), cost: 0.002 USD }\n',
})

export const unclosedBracket = defineDiagnostic<{ open: string; close: string }>({
  code: 'E0112',
  name: 'unclosed-bracket',
  severity: 'error',
  title: 'a bracket that is never closed',
  message: ({ open, close }) => `this '${open}' has no '${close}'`,
  explanation: 'Every `(` needs its `)` and every `[` its `]` before the value ends.',
  failing: 'model fast { success: 62%, latency: (4 s + 1 s, cost: 0.002 USD }\n',
  mended: 'model fast { success: 62%, latency: (4 s + 1 s), cost: 0.002 USD }\n',
})

export const unmatchedBracket = defineDiagnostic<{ close: string }>({
  code: 'E0113',
  name: 'unmatched-bracket',
  severity: 'error',
  title: 'a closing bracket that nothing opened',
  message: ({ close }) => `this '${close}' closes nothing`,
  explanation:
    'A `)` or `]` stands where no bracket of its kind is open. Remove it, or write the opening one.',
  failing: 'model fast { success: 62%, latency: 4 s + 1 s), cost: 0.002 USD }\n',
  mended: 'model fast { success: 62%, latency: (4 s + 1 s), cost: 0.002 USD }\n',
})

export const reservedWord = defineDiagnostic<{ word: string }>({
  code: 'E0115',
  name: 'reserved-word',
  severity: 'error',
  title: 'a word of the language used as a name',
  message: ({ word }) => `'${word}' is a word of the language and cannot be a name`,
  explanation:
    'The words `import from in of and or not assert true false` belong to the language. Every other word may be ' +
    'a name; for this one choose another, and give the declaration a label for people.',
  failing: 'model true { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
  mended: 'model real { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
})

export const equalsInValue = defineDiagnostic<{ instead: '==' | ':' }>({
  code: 'E0116',
  name: 'equals-in-value',
  severity: 'error',
  title: "'=' where '==' compares",
  message: ({ instead }) =>
    `'=' declares; to ${instead === '==' ? 'compare' : 'name an argument'}, write '${instead}'`,
  explanation:
    'One `=` gives a declaration its value. Two compare: `assert fast.success == 62%`. An argument of a call gets ' +
    'its name by a colon: `verified(fast, by: judge)`.',
  failing: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\nassert fast.success = 62%\n',
  mended: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\nassert fast.success == 62%\n',
})

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])

export const chained = defineDiagnostic<{ operator: string; instead: string | null }>({
  code: 'E0117',
  name: 'chained-operator',
  severity: 'error',
  title: 'two operators of which one value holds only one',
  message: ({ operator, instead }) =>
    instead === null
      ? comparisons.has(operator)
        ? "comparisons do not chain: write two of them, joined by 'and'"
        : `a value holds only one '${operator}': put parentheses around one of them`
      : `comparisons do not chain: write '${instead}'`,
  explanation:
    'A condition compares once: `0 <= x <= 1` would compare an answer with a number. For a range write ' +
    '`x in 0 .. 1`, for two conditions join them by `and`. Likewise a value has one `..`, one `±` and one `of`.',
  failing: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\nassert 0 < fast.success < 1\n',
  mended: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\nassert fast.success in 0 .. 1\n',
})

export const blockAsValue = defineDiagnostic<{ field: string }>({
  code: 'E0118',
  name: 'block-as-value',
  severity: 'error',
  title: 'a block where a value belongs',
  message: ({ field }) => `a block is no value: write its parts as '${field}.NAME: value', one for each`,
  explanation:
    'Blocks belong to declarations. What a field says for a kind of task or for one model is written with a ' +
    'point: `success.easy: 90%` and, on the next line, `success.hard: 20%`.',
  failing: 'model fast { success: { all: 62% }, latency: 4 s, cost: 0.002 USD }\n',
  mended: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
})

export const unexpected = defineDiagnostic<{ found: string; place: string }>({
  code: 'E0119',
  name: 'unexpected',
  severity: 'error',
  title: 'something that cannot stand where it does',
  message: ({ found, place }) => `${found} cannot stand ${place}`,
  explanation:
    'What stands here fits nothing that could come next. Often the cause is just before it: a missing value, a ' +
    'missing comma, or a line that was cut in two.',
  failing: 'model fast { success: max(0.5,,0.62), latency: 4 s, cost: 0.002 USD }\n',
  mended: 'model fast { success: max(0.5, 0.62), latency: 4 s, cost: 0.002 USD }\n',
})
