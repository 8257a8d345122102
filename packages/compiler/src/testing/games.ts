import fc from 'fast-check'

/** One of some texts. */
function one(...texts: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...texts)
}

function maybe(part: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(fc.constant(''), part)
}

/** Texts in a row. */
function row(...parts: readonly (fc.Arbitrary<string> | string)[]): fc.Arbitrary<string> {
  return fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''))
}

const share = one(
  '62%',
  '0.5',
  '194 of 225',
  '1/3',
  '0.4 + 0.1',
  'min(0.9, 2)',
  '(3 + 4) of (5 * 3)',
  '2.5e-1',
  '1 - exp(-1)',
)
const unsureShare = fc.oneof(share, one('62% ± 3%', 'beta(8, 2)', 'uniform(0.2, 0.4)', '0.5 * odds'))
const time = one('4 s', '500 ms', '0.6 s + 2_400 tok / (65 tok/s)', 'wait', '2 * wait + 1 min', 'abs(-3 s)', '30 s ± 2 s', 'lognormal(30 s, 0.5)') // prettier-ignore
const money = one('0.002 USD', '1.25 USD/Mtok * 900 tok', 'churn', 'max(0.01 USD, 2 * churn)', '0.03 USD +/- 0.01 USD', '0.01 EUR', '0 USD') // prettier-ignore
const worth = one(
  '0.50 USD',
  '0.2 EUR',
  'uniform(0.2 USD, 0.8 USD)',
  'uncertain(0.5 USD ± 0.1 USD)',
  'gain',
  '5 * churn',
)
const patience = one('40 USD/h', '0.01 USD/s', 'normal(40 USD/h, 5 USD/h)', '40 * USD / (60 min)')

const label = maybe(one(' "A label"', ' "with \\"quotes\\" \\\\ and \\n"', ' "// {"', ' "größe 😀"'))
const doc = maybe(one('/// What it is.\n', '///\n/// Two *lines*, </b>.\n'))
const comment = maybe(one(' // why', ' /* { */', '\n// between\n', ' // __proto__: 1'))

/** A block of fields in one of the layouts that there are. */
function block(fields: readonly (fc.Arbitrary<string> | null)[]): fc.Arbitrary<string> {
  const given = fields.filter((field) => field !== null)
  return fc
    .tuple(fc.tuple(...given), one('\n', ', ', ' ; ', ' // why\n  '), fc.tuple(...given.map(() => doc)))
    .map(([all, between, docs]) => {
      const entries = all.map((entry, index) =>
        entry === '' || between.startsWith(',') || between.startsWith(' ;')
          ? entry
          : `\n${docs[index] ?? ''}${entry}`,
      )
      return ` {\n${entries.filter((entry) => entry !== '').join(between)}\n}`
    })
}

function field(path: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return row(path, one(':', ' : ', ': '), value)
}

function optional(path: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return maybe(field(path, value))
}

function declare(head: string, rest: fc.Arbitrary<string> | string): fc.Arbitrary<string> {
  return row(doc, head, rest, comment)
}

const success = fc.oneof(unsureShare, row('[', share, ', ', unsureShare, ', 0.9]'))
const tasks = ['easy', 'hard'] as const

/** A model of its own numbers, for all kinds of task or by kind. */
function ownModel(name: string, byTask: boolean): fc.Arbitrary<string> {
  const byKind = tasks.map((task) => field(`success.${task}`, success))
  const late = byTask ? optional('latency.hard', time) : null
  return declare(
    `model ${name}`,
    row(
      label,
      block([
        ...(byTask ? byKind : [field('success', success)]),
        field('latency', time),
        late,
        field('cost', money),
        optional('price', money),
      ]),
    ),
  )
}

/** A model made from others. */
function derivedModel(name: string, others: readonly string[]): fc.Arbitrary<string> {
  const other = one(...others)
  const source = fc.oneof(
    other,
    row('retry(', other, ', ', one('1', '2', '3'), ')'),
    fc.subarray([...others], { minLength: 1 }).map((some) => `parallel(${some.join(', ')})`),
    row('verified(', other, ', by: tests, else: ', other, ')'),
  )
  return declare(
    `model ${name}`,
    row(label, ' = ', source, maybe(block([optional('price', money), optional('latency', time)]))),
  )
}

const range = fc.oneof(one('0.25', '20%', '0 .. 1'), one('0.1 .. 0.5', '10% .. 20%', '0 .. half'))

function menu(models: readonly string[]): fc.Arbitrary<string> {
  const listed = models.join(', ')
  const [first = '', second] = models
  const stays = row(one('static', 'choice'), `(${listed})`)
  const climbs = row(
    one('cascade', 'escalate', 'free'),
    `(${listed})`,
    maybe(
      block([
        optional('start', one(...models)),
        optional('escalation', range),
        second === undefined ? null : optional(`escalation.${first}`, range),
      ]),
    ),
  )
  return declare('menu tiers', row(label, ' = ', models.length < 2 ? stays : fc.oneof(stays, climbs)))
}

function user(name: string, weighted: boolean): fc.Arbitrary<string> {
  return declare(
    `user ${name}`,
    row(
      label,
      block([
        weighted ? field('weight', one('1', '30%', '2/3')) : null,
        field('value', worth),
        field('patience', patience),
        optional('outside', one('0.1 USD', '-1 USD')),
        optional('sees', one('nothing', 'model', 'attempts')),
        optional('rationality', one('8 / (1 USD)', '3 / USD')),
      ]),
    ),
  )
}

const provider = declare(
  'provider acme',
  row(
    label,
    block([
      field('offers', one('tiers')),
      optional('penalty', money),
      optional('throttle', one('60 s', '5 * wait + 1 s')),
      optional('routing', one('announced', 'hidden')),
      optional('ties', one('strong', 'weak')),
    ]),
  ),
)

function asserts(users: readonly string[]): fc.Arbitrary<string> {
  const condition = one(
    'acme.cost < 1 USD', 'not throttling.pays', 'users.gap in 0 USD .. 1 EUR', '0 USD <= churn and churn < 1 USD or false', 'half ± 0.1 == 0.5',
    ...users.map((name) => `${name}.gap + 0.01 USD <= 2 * 0.05 USD`),
  ) // prettier-ignore
  return maybe(row('assert ', condition, maybe(row(maybe(one(',')), ' "so that"'))))
}

function sweeps(users: readonly string[]): fc.Arbitrary<string> {
  const axes = one(
    'churn: 0 USD .. 1 USD',
    'churn: [0 USD, churn, 0.5 EUR]',
    ...users.map((name) => `${name}.value: geometric(0.1 USD, 1 USD, 5)`),
  )
  return maybe(row('sweep grid', label, ' { ', axes, ' }'))
}

const names = ['a', 'größe', '__proto__', 'constructor', 'model', 'b1'] as const
const people = ['developer', 'toString', 'пользователь'] as const

/** Declarations that others may refer to. */
const definitions = [
  'rate EUR = 1.08 USD\n', 'param churn = 0.10 USD in 0 USD .. 1 USD', 'param half "A half" = 1/2', 'let wait = 4 s ± 1 s', 'let odds = 30 of 40',
  'let gain = 0.5 USD + churn', 'verifier tests { passes: 98%, catches: 80%, latency: 1 s, cost: churn / 10 }',
] // prettier-ignore

/** Games that compile: every kind and field of the language, in all their forms, in any order and in odd layouts. */
export const game: fc.Arbitrary<string> = fc
  .record({
    own: fc.integer({ min: 1, max: 3 }),
    derived: fc.integer({ min: 0, max: 2 }),
    crowd: fc.integer({ min: 1, max: 3 }),
    byTask: fc.boolean(),
    weighted: fc.boolean(),
    named: fc.boolean(),
  })
  .chain(({ own, derived, crowd, byTask, weighted, named }) => {
    const all = names.slice(0, own + derived)
    const users = people.slice(0, crowd)
    return fc
      .tuple(
        fc.constant(named ? 'game everything "All of it"' : ''),
        ...definitions.map((text) => declare(text, '')),
        ...(byTask ? tasks.map((task) => declare(`task ${task}`, weighted ? ' { weight: 30% }' : '')) : []),
        ...all.slice(0, own).map((name) => ownModel(name, byTask)),
        ...all.slice(own).map((name, index) => derivedModel(name, all.slice(0, own + index))),
        fc.shuffledSubarray([...all], { minLength: 1 }).chain(menu),
        ...users.map((name) => user(name, weighted)),
        provider,
        asserts(users),
        sweeps(users),
      )
      .chain((declarations) => fc.shuffledSubarray(declarations, { minLength: declarations.length }))
      .map((declarations) => `${declarations.filter((text) => text !== '').join('\n')}\n`)
  })
