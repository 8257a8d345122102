import fc from 'fast-check'

/** A text of some parts in a row. */
function row(...parts: readonly (fc.Arbitrary<string> | string)[]): fc.Arbitrary<string> {
  return fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''))
}

function maybe(part: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(fc.constant(''), part)
}

/** Some of a part with something between each two. */
function several(
  part: fc.Arbitrary<string>,
  between: fc.Arbitrary<string>,
  most: number,
): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(part, between), { minLength: 1, maxLength: most })
    .map((all) => all.map(([one, gap], index) => (index < all.length - 1 ? one + gap : one)).join(''))
}

const said = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('', 'note', 'why "so"?', '{ a: 1 }', '* / *', '__proto__', '\u202e é 😀', 'a\tb ', '---') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
).map((text) => text.replace(/[\r\n/]|\*$/g, '')) // prettier-ignore

const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')
const indent = fc.constantFrom('', '  ', '    ', '\t', ' \u00a0 ')
const lineComment = row(' //', said, lineEnd)
const blockComment = row(' /*', said, '*/ ')
const tallComment = row(' /*', said, lineEnd, ' *', said, '*/ ')
const doc = row('/// ', said, lineEnd, indent)

/** Between two tokens of one line. */
const gap = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('', ' ', ' ') },
  { weight: 1, arbitrary: fc.constantFrom('  ', '\t', ' \u00a0') },
  { weight: 1, arbitrary: blockComment },
)
const blank = gap.map((text) => (text === '' ? ' ' : text))
/** Where a line may also break, as behind an operator. */
const wide = fc.oneof(
  { weight: 9, arbitrary: gap },
  { weight: 1, arbitrary: row(lineEnd, '      ') },
  { weight: 1, arbitrary: row(fc.oneof(lineComment, tallComment), '       ') },
)
const wideBlank = wide.map((text) => (text === '' ? ' ' : text))

const name = fc.constantFrom(
  'a',
  'b1',
  'größe',
  '_',
  '__proto__',
  'constructor',
  'model',
  'churn',
  '模型',
  'e\u0301',
  'USD',
)
const unit = fc.constantFrom('s', 'USD', 'tok', 'Mtok', 'stück')
const digits = fc.constantFrom(
  '0',
  '1',
  '42',
  '2_400',
  '0.5',
  '1_0.2_5',
  '2.5e-3',
  '1E+3',
  '007',
  '9'.repeat(60),
)
const quoted = fc
  .oneof(
    fc.constantFrom('', 'a label', '// no comment', '{}', '/*', 'é 😀 \u202e', "'"),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  .map((text) => `"${text.replace(/[\r\n"\\]/g, '')}"`)
const escaped = fc.constantFrom('"\\"\\\\\\n"', '"\\u{1f600}"', '"a\\u{0}b"')
const label = fc.oneof({ weight: 4, arbitrary: quoted }, { weight: 1, arbitrary: escaped })

/** The second of two now and then. */
function rarely(usual: fc.Arbitrary<string>, rare: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: rare })
}

/** One operator between two operands, or none. */
function once(
  operand: fc.Arbitrary<string>,
  operators: readonly string[],
  next = operand,
): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 14, arbitrary: operand },
    { weight: 1, arbitrary: infix(operand, operators, next) },
  )
}

function infix(
  left: fc.Arbitrary<string>,
  operators: readonly string[],
  right: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc.constantFrom(...operators).chain((operator) => {
    const word = /^\w/.test(operator)
    return row(left, word ? wideBlank : wide, operator, word ? wideBlank : wide, right)
  })
}

/** A chain of operators that bind alike. */
function chain(operand: fc.Arbitrary<string>, operators: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 14, arbitrary: operand },
    { weight: 1, arbitrary: infix(operand, operators, operand) },
    {
      weight: 1,
      arbitrary: infix(operand, operators, infix(operand, operators, operand)),
    },
  )
}

/** Expressions by how tightly their outermost operator binds at least, with brackets nested so deep at most. */
function expressions(depth: number): Record<'sum' | 'range' | 'value', fc.Arbitrary<string>> {
  const unary = row(fc.constantFrom('', '', '', '-', '- '), once(postfixed(depth), ['^']))
  const product = chain(once(unary, ['of']), ['*', '/'])
  const sum = chain(product, ['+', '-'])
  const range = once(once(sum, ['±', '+/-'], product), ['..'])
  const compared = once(range, ['==', '!=', '<', '<=', '>', '>=', 'in'])
  const negated = rarely(compared, row('not', wideBlank, compared))
  return { sum, range, value: chain(chain(negated, ['and']), ['or']) }
}

function postfixed(depth: number): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    fc.oneof(digits, row(digits, '%'), row(digits, fc.constantFrom('', ' ', '  '), unit)),
    fc.oneof(several(name, row(gap, '.', gap), 3), fc.constantFrom('true', 'false'), label),
  )
  if (depth === 0) return leaf
  const inner = expressions(depth - 1).value
  const listOf = (part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    row(wide, maybe(row(several(part, row(wide, ',', wide), 3), maybe(row(gap, ',')))), wide)
  const group = row('(', wide, inner, wide, ')')
  const call = row(name, '(', listOf(rarely(inner, row(name, gap, ':', wide, inner))), ')')
  const list = row('[', listOf(inner), ']')
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    group,
    call,
    list,
    row(fc.oneof(group, call), gap, '.', gap, name),
  )
}

const [shallow, deep] = [expressions(1), expressions(2)]
const sum = rarely(shallow.sum, deep.sum)
const range = rarely(shallow.range, deep.range)
const value = rarely(shallow.value, deep.value)

const entry = row(maybe(doc), several(name, row('.'), 3), gap, ':', wide, fc.oneof(value, range))
const separator = fc.oneof(
  row(gap, fc.constantFrom(',', ';', ',;'), fc.constantFrom('', ' ')),
  row(
    maybe(gap),
    maybe(fc.constantFrom(',', ';')),
    fc.oneof(lineEnd, lineComment, row(lineEnd, lineEnd)),
    indent,
  ),
)
const block = row(
  '{',
  wide,
  maybe(several(entry, separator, 4)),
  fc.oneof(gap, row(lineEnd, indent), lineComment),
  '}',
)

const head = row(
  fc.oneof(fc.constantFrom('model', 'let', 'user', 'game', 'modle'), name),
  blank,
  name,
  maybe(row(gap, label)),
)
const declaration = row(
  maybe(doc),
  head,
  maybe(row(gap, '=', wide, fc.oneof(sum, range))),
  maybe(row(wideBlank, 'in', wideBlank, range)),
  maybe(row(gap, block)),
)
const assertion = row(maybe(doc), 'assert', wideBlank, value, maybe(row(gap, maybe(row(',', gap)), label)))
const names = row('{', wide, several(name, row(wide, ',', wide), 3), maybe(row(gap, ',')), wide, '}')
const importing = row('import', blank, maybe(row(names, gap, 'from', blank)), quoted)
const item = fc.oneof(
  { weight: 5, arbitrary: declaration },
  { weight: 2, arbitrary: assertion },
  { weight: 1, arbitrary: importing },
)
const between = fc.oneof(
  {
    weight: 6,
    arbitrary: row(
      maybe(fc.constantFrom(' ', ';')),
      fc.oneof(lineEnd, lineComment, row(tallComment, lineEnd)),
      maybe(lineEnd),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(';', ' ; ', '\n\n\n', '\n;;\n') },
)

/**
 * Programs made by the grammar in odd layouts: every form of item and expression, comments and documentation between
 * any two tokens, line ends of all systems. Nearly all are sound; what they say is nonsense.
 */
export const program: fc.Arbitrary<string> = row(
  maybe(fc.constantFrom('\ufeff', '\n', ' ')),
  maybe(lineComment),
  maybe(several(item, between, 5)),
  maybe(fc.oneof(lineEnd, lineComment, tallComment, doc, row(' //', said))),
)

const scraps = ['{', '}', '(', ')', '[', ']', '"', '/*', '*/', '//', ':', '=', ',', ';', '.', '..', '±', '-', 'of', 'in', 'not',
  'assert', 'import', 'model', ' a ', '\n', '\r', '1', '.5', '1,000', '%', '$', '#', '\u0000', '\ud800', '😀'] // prettier-ignore

/** Programs with a few characters cut out or put in. */
export const mutatedProgram: fc.Arbitrary<string> = fc
  .tuple(
    program,
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(3),
        put: fc.constantFrom('', ...scraps),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, { at, cut, put }) => {
      const from = Math.floor(at * changed.length)
      return changed.slice(0, from) + put + changed.slice(from + cut)
    }, text),
  )
