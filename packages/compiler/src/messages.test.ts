import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import { assistant, codesOf, messagesOf, shown } from './testing/compileText.ts'

const mistake = (from: string, to: string): string => {
  const text = assistant.replace(from, to)
  if (text === assistant) throw new Error(`nothing to replace: ${from}`)
  return text
}

describe('a mistake is answered with where, what, why and what to write', () => {
  it('money for a time', () => {
    expect(shown(mistake('latency: 4 s', 'latency: 4 USD'))).toBe(`
error[E0214]: latency is a time, but this is money
  ┌─ assistant.game:8:12
  │
 8│   latency: 4 USD
  │            ^^^^^ money, written here
  │
  = a model's latency is how long one attempt takes, for example '4 s'
  = see: plumb explain E0214
`)
  })

  it('a param of another dimension than its place', () => {
    expect(shown(mistake('latency: 4 s', 'latency: churn'))).toBe(`
error[E0214]: latency is a time, but this is money
  ┌─ assistant.game:8:12
  │
 4│ param churn = 0.10 USD in 0 USD .. 1 USD      // what losing a task costs us
  │               -------- 'churn' is money
  ·
 8│   latency: churn
  │            ^^^^^ money
  │
  = a model's latency is how long one attempt takes, for example '4 s'
  = see: plumb explain E0214
`)
  })

  it('a patience that does not go with the value', () => {
    expect(shown(mistake('40 USD/h', '40 USD'))).toBe(`
error[E0214]: patience is money per time, but this is money
  ┌─ assistant.game:22:13
  │
 8│   latency: 4 s
  │            --- latency is a time here
  ·
21│   value:    0.50 USD                           // what a solved task is worth
  │             -------- value is money here
22│   patience: 40 USD                           // what an hour of waiting costs
  │             ^^^^^^ money, written here
  │
  = a user's patience is what waiting costs them
  = see: plumb explain E0214
`)
  })

  it('a missing unit', () => {
    expect(shown(mistake('0.002 USD', '0.002'))).toBe(`
error[E0214]: cost is money, but this is a plain number
  ┌─ assistant.game:9:12
  │
 9│   cost:    0.002
  │            ^^^^^ a plain number, written here
  │
  = a model's cost is what one attempt costs the provider, for example '0.002 USD'
  = help: give it a unit, such as 'USD'
 9│   cost:    0.002 USD
  │                  +++
  = see: plumb explain E0214
`)
  })

  it('a value that lacks the unit that its patience has', () => {
    expect(shown(mistake('0.50 USD', '0.50'))).toBe(`
error[E0214]: value is money, but this is a plain number
  ┌─ assistant.game:21:13
  │
21│   value:    0.50                           // what a solved task is worth
  │             ^^^^ a plain number, written here
22│   patience: 40 USD/h                           // what an hour of waiting costs
  │             -------- patience is money per time here
  │
  = a user's value is what a solved task is worth to them
  = help: give it a unit, such as 'USD'
21│   value:    0.50 USD                           // what a solved task is worth
  │                  +++
  = see: plumb explain E0214
`)
  })

  it('a param that lacks the unit that its bounds have, once', () => {
    expect(messagesOf(mistake('0.10 USD in', '0.10 in'))).toEqual([
      "param 'churn' is money, but this is a plain number",
    ])
  })

  it('a sum of unlike things', () => {
    expect(shown(mistake('(65 tok/s)', '65 tok/s'))).toBe(`
error[E0215]: a time and 1 per time cannot be added
  ┌─ assistant.game:14:20
  │
14│   latency: 0.6 s + 2_400 tok / 65 tok/s
  │            -----   ^^^^^^^^^^^^^^^^^^^^ 1 per time
  │            │
  │            a time
  │
  = '2_400 tok / 65 tok/s' is read as (2_400 tok / 65 tok) / s
  = help: write '(65 tok/s)'
14│   latency: 0.6 s + 2_400 tok / (65 tok/s)
  │                                +        +
  = see: plumb explain E0215
`)
  })

  it('a misspelt kind, about whose name nothing more is said', () => {
    expect(shown(mistake('model standard', 'modle standard'))).toBe(`
error[E0201]: there is no kind of declaration called 'modle'
  ┌─ assistant.game:6:1
  │
 6│ modle standard "Instant" {
  │ ^^^^^ did you mean 'model'?
  │
  = help: write 'model'
 6│ model standard "Instant" {
  │ +++++
  = see: plumb explain E0201
`)
  })

  it('a share in per cent without its sign', () => {
    expect(shown('model m { success: 62, latency: 1, cost: 1 }')).toContain(`
  = help: write '62%'
 1│ model m { success: 62%, latency: 1, cost: 1 }
`)
  })

  it('a number out of its range', () => {
    expect(shown(mistake('success: 62%', 'success: 120%'))).toBe(`
error[E0301]: the success of model 'standard' must be more than 0, at most 1 (100 %), and is 1.2
  ┌─ assistant.game:7:12
  │
 7│   success: 120%
  │            ^^^^ this is 1.2
  │
  = see: plumb explain E0301
`)
  })

  it('a dotted name that is not there', () => {
    expect(shown(mistake('developer.gap <=', 'developer.gab <='))).toBe(`
error[E0403]: a solved game has nothing called 'developer.gab'
  ┌─ assistant.game:30:8
  │
30│ assert developer.gab <= 0.05 USD "users should not lose more than five cents to our routing"
  │        ^^^^^^^^^^^^^ did you mean 'developer.gap'?
  │
  = help: write 'gap'
30│ assert developer.gap <= 0.05 USD "users should not lose more than five cents to our routing"
  │                  +++
  = see: plumb explain E0403
`)
  })

  it('a unit of another tongue', () => {
    expect(shown(mistake('40 USD/h', '40 USD/month'))).toBe(`
error[E0204]: 'month' is not a unit
  ┌─ assistant.game:22:20
  │
22│   patience: 40 USD/month                           // what an hour of waiting costs
  │                    ^^^^^
  │
  = a month has no fixed length: write it in days, such as '30 day'
  = see: plumb explain E0204
`)
  })
})

describe('all mistakes are reported in one run, each once', () => {
  it('in the order of the text, with those of the numbers', () => {
    const text = assistant
      .replace('success: 62%', 'success: 120%')
      .replace('latency: 4 s', 'latency: 4 USD')
      .replace('cascade(standard', 'cascade(standart')
      .replace('40 USD/h', '40 USD/hr')
      .replace('offers:  tiers', 'offers:  tier')
      .replace('developer.gap <= 0.05 USD', 'developer.gap <= 5 s')
    expect(codesOf(text)).toBe('E0301 E0214 E0203 E0204 E0203 E0215')
  })

  it('and what is wrong is wrong once, wherever it is used', () => {
    expect(codesOf('let a = 4 sec\nlet b = 2 * a\nmodel m { success: a, latency: b, cost: a + 1 }\n')).toBe(
      'E0204',
    )
    expect(codesOf('let a = 2 * missing\nlet b = missing + missing\n')).toBe('E0203')
    expect(codesOf(assistant.replace('param churn', 'parm churn'))).toBe('E0201')
    expect(codesOf(assistant.replace('param churn', 'something churn'))).toBe('E0201')
    expect(codesOf(assistant.replace('menu tiers = cascade', 'menu tiers = cascad'))).toBe('E0205')
    expect(codesOf(assistant.replace('user developer', 'usr developer'))).toBe('E0201')
  })
})

describe('names', () => {
  it.each([
    ['let min = 3', "'min' cannot be declared: it is a unit"],
    [
      'model USD { success: 1, latency: 1, cost: 1 }',
      "'USD' cannot be declared: it is a unit, the code of a currency",
    ],
    ['let route = 3', "'route' cannot be declared: it is what asserts call a part of the solution"],
    ['let x = 1\nlet x = 2', "the name 'x' is declared twice"],
    ['let x = 1\nmodel x { success: 1, latency: 1, cost: 1 }', "the name 'x' is declared twice"],
    ['let x = y + 1\nlet y = z\nlet z = x', "'x' is defined by itself: x → y → z → x"],
    ['let x = x', "'x' is defined by itself: x → x"],
    ['menu m = cascade(a)\nlet a = 3', "'a' is a let, and a model is wanted here"],
    [
      'let x = 2 * m\nmodel m { success: 1, latency: 1, cost: 1 }',
      "'m' is a model, and a number is wanted here",
    ],
    ['let x = 2 y\nlet y = 3', "'y' is not a unit"],
    ['rate s = 3 USD', "a rate is given for a currency, and 's' is none"],
    ['rate EUR = 0 USD', 'the rate of EUR must be more than 0, and is 0'],
    ['rate EUR = 3 s', 'an exchange rate is money, but this is a time'],
    ['rate EUR = 2 CHF\nrate CHF = 2 EUR', "'EUR' is defined by itself: EUR → CHF → EUR"],
  ])('%s', (text, message) => {
    expect(messagesOf(`${text}\n`)).toEqual([message])
  })

  it('of units stay units where they are used, though somebody declares them', () => {
    expect(codesOf('let h = 3\nlet pay = 40 * USD / h\nlet x = pay * h + 1 USD\n')).toBe('E0209')
  })

  it.each([
    ['model o3 = o2', null],
    ['parameter x = 1', 'param'],
    ['model m { success_rate: 62%, latency: 1, cost: 1 }', 'success'],
    ['model m { success: 62%, latencey: 1, cost: 1 }', 'latency'],
  ])('%s: the one that was meant is %s', (text, meant) => {
    const [first] = compile({ name: 'x.game', text }).diagnostics
    expect(first?.fixes.map(({ edits }) => edits[0]?.text)).toEqual(meant === null ? [] : [meant])
    expect(first?.fixes.some(({ safe }) => safe)).toBe(text.includes('latencey'))
  })

  it('of functions, menus and combinators are free for anything else', () => {
    expect(
      messagesOf('let max = 3\nlet beta = max(max, 2)\nmodel free { success: 1, latency: 1, cost: 1 }\n'),
    ).toEqual([])
  })
})

describe('declarations', () => {
  it.each([
    ['param x', "a param needs a value: '=' and a number"],
    ['let x = 1 in 0 .. 2', 'a let has no bounds'],
    ['let x = 1 { y: 2 }', 'a let has no fields'],
    ['user x', "user 'x' has no value"],
    ['param x = 3 in 4', "a range 'low .. high' is expected here, but this is a number"],
    ['param x = 3 in 4 .. 5', "param 'x' must be from 4 to 5, and is 3"],
    ['model x { success: 1, latency: 1 }', "model 'x' has no cost"],
    ['verifier x = 3', 'a verifier has no value'],
    ['model x', "model 'x' has no success, no latency and no cost"],
    ['model x = 3', 'the name of another model is expected here, but this is a number'],
    ['model x { success: 1, latency: 1, cost: 1, cost: 2 }', "'cost' is given twice"],
    ['model x { success: 1, latency: 1, cost: 1, colour: 2 }', "a model has no field 'colour'"],
    ['model x { success: 1, latency: 1, cost: 1, cost.easy: 2 }', "a model has no field 'cost.easy'"],
    ['menu m = 3', 'a form of menu with its models is expected here, but this is a number'],
    ['menu m = cascade()', "'cascade' takes one or more models, but 0 are given"],
    ['game a\ngame b', 'a file holds one game, and this is a second one'],
    ['import "./x.game"', 'cannot import "./x.game": there are no files to import from here'],
  ])('%s', (text, message) => {
    expect(messagesOf(`${text}\n`).filter((found) => !found.startsWith('there is a user'))).toEqual([message])
  })
})

describe('expressions', () => {
  it.each([
    ['"text"', 'a number is expected here, but this is a text'],
    ['true', "a number is expected here, but this is 'true'"],
    ['[1, 2]', 'a number is expected here, but this is a list'],
    ['1 .. 2', 'a number is expected here, but this is a range'],
    ['(1 < 2)', 'a number is expected here, but this is a condition'],
    ['sqrt(1, 2)', "'sqrt' takes one argument, but 2 are given"],
    ['min()', "'min' takes one argument or more, but 0 are given"],
    ['max(1, 2 s)', "a plain number and a time cannot be compared by 'max'"],
    ['exp(3 s)', "the argument of 'exp' is a plain number, but this is a time"],
    ['2 ^ (3 s)', 'an exponent is a plain number, but this is a time'],
    ['(2 s) ^ n', 'the exponent of a time must be a number written out'],
    ['3 of 2', 'there cannot be 3 successes in 2 trials'],
    ['0 of 0', 'there must be at least one trial'],
    ['1.5 of 3', 'a count is a whole number, and 1.5 is none'],
    ['-1 of 3', 'a count is 0 or more, and this is -1'],
    ['3 s of 4', 'the number of successes is a plain number, but this is a time'],
    ['1 / 0', "'x' divides by zero"],
    ['sqrt(-1)', "'x' is not a real number"],
    ['log(0)', "'x' is not a real number"],
    ['2 ^ 2 ^ 2 ^ 2 ^ 2 ^ 2', "'x' has too many digits to compute with"],
    ['1 USD + 1 EUR', 'this is in EUR, but the game counts in USD, and no rate says what EUR is worth'],
    ['cascade(n)', "there is no function called 'cascade'"],
    ['m.cost', "'m.cost' can only be used in an assert"],
  ])('%s', (text, message) => {
    expect(messagesOf(`let n = 2\nlet x = ${text}\n`)).toEqual([message])
  })
})

describe('asserts', () => {
  it.each([
    'route.start == reasoning',
    'route.start != "standard" or not (developer.gap > 1 USD)',
    'regime == "++"',
    'developer.regime != "+-"',
    'throttling.pays == false',
    'developer.abandonment in 0 .. 50%',
    'route.escalation.standard < 1 and route.cascades',
    'standard.net_value > 0 USD and standard.net_value.developer > 0 USD',
    'min(standard.cost, reasoning.cost) < churn',
    'acme.cost <= acme.serving + acme.loss',
    'welfare > 0 USD',
    'developer.latency < 1 min',
    'true',
  ])('%s is a condition', (text) => {
    expect(messagesOf(`${assistant}\nassert ${text}\n`)).toEqual([])
  })

  it.each([
    ['developer.gap', 'a condition is expected here, but this is a number'],
    ['churn', 'a condition is expected here, but this is money'],
    ['"text"', 'a condition is expected here, but this is a text'],
    ['developer.gap < 3', 'money and a plain number cannot be compared'],
    ['developer.gap in 0 USD .. 3', 'money and a plain number cannot be compared'],
    ['developer.gap in 3 USD', "a range 'low .. high' is expected here, but this is a number"],
    ['route.start > reasoning', "'route.start' is a word: compare it by '==' or '!='"],
    ['route.start == 3', "'route.start' is the name of a model"],
    ['regime == "good"', "'regime' is a text of the signs +, - and 0"],
    ['throttling.pays == 1', "'throttling.pays' is yes or no"],
    ['devloper.gap > 0 USD', "a solved game has nothing called 'devloper.gap'"],
    ['churn.gap > 0 USD', "a solved game has nothing called 'churn.gap'"],
    ['developer.gap.more > 0 USD', "a solved game has nothing called 'developer.gap.more'"],
    ['route.start + 1 > 0', 'a number is expected here, but this is a word'],
    ['route.escalation.reasoning > 0', "a solved game has nothing called 'route.escalation.reasoning'"],
    ['route.escalation.acme > 0', "a solved game has nothing called 'route.escalation.acme'"],
  ])('%s', (text, message) => {
    expect(messagesOf(`${assistant}\nassert ${text}\n`)).toEqual([message])
  })
})

describe('warnings', () => {
  it('are not given about models whose numbers are wrong', () => {
    const beaten = assistant.replace('success: 62%', 'success: 90%')
    expect(codesOf(beaten)).toBe('W0602')
    expect(codesOf(beaten.replace('0.6 s +', '0.6 USD +'))).toBe('E0215')
  })

  it('tell of a user whom no route can change, unless the file says that it knows', () => {
    const idle = `model a { success: 62%, latency: 1, cost: 1 }
model b { success: 86%, latency: 2, cost: 4 }
menu m = free(a, b)
user u { value: 10 }
provider p { offers: m }
`
    expect(codesOf(idle)).toBe('W0605')
    expect(codesOf(`${idle}assert u.regime == "++"\n`)).toBe('')
    expect(codesOf(`${idle}sweep values { u.value: 1 .. 10 }\n`)).toBe('')
    expect(codesOf(idle.replace('10', 'uniform(9, 10)'))).toBe('')
    expect(codesOf(idle.replace('}\nprovider', ', outside: 1 }\nprovider'))).toBe('')
  })

  it('do not blame a library for what its readers use', () => {
    expect(codesOf('let x = 3\nparam y = 4\n')).toBe('')
  })
})
