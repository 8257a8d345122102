import type { SourceFile } from '@plumbline/parser'
import { describe, expect, it } from 'vitest'
import { compile, type Compiled } from '../compile.ts'
import { renderText } from '../render/text.ts'

/** Compiles the file `main.game` of some files that import each other by their names. */
function compileFiles(texts: Readonly<Record<string, string>>): Compiled {
  const files = new Map(
    Object.entries(texts).map(([name, text]): [string, SourceFile] => [name, { name, text }]),
  )
  const main = files.get('main.game')
  if (main === undefined) throw new Error('no main.game')
  return compile(main, {
    resolve: (path) => {
      const file = files.get(path.replace('./', ''))
      return file === undefined ? { ok: false, why: 'missing', detail: null } : { ok: true, file }
    },
  })
}

const said = (texts: Readonly<Record<string, string>>): readonly string[] =>
  compileFiles(texts).diagnostics.map(
    ({ code, message, primary }) => `${code} ${primary?.file.name ?? ''}: ${message}`,
  )

const acme = `/// The library's own number.
let answer = 2_400 tok
param price = 10 USD/Mtok in 1 USD/Mtok .. 20 USD/Mtok
model standard "Instant" { success: 62%, latency: 4 s, cost: 0.002 USD }
model reasoning { success: 86%, latency: 30 s, cost: price * answer }
assert standard.cost > 1 USD
sweep prices { price: 1 USD/Mtok .. 20 USD/Mtok }
game library
`
const sides = `menu tiers = cascade(standard, reasoning)
user developer { value: 0.30 USD, patience: 40 USD/h }
provider acme { offers: tiers }
`

describe('an import', () => {
  it('with names brings these, and what they need under names that nobody can write', () => {
    const { instance, diagnostics } = compileFiles({
      'acme.game': acme,
      'main.game': `import { standard, reasoning } from "./acme.game"\n${sides}`,
    })
    expect(renderText(diagnostics)).toBe('')
    expect(instance).toMatchObject({
      name: 'main',
      models: [
        { name: 'standard', label: 'Instant', origin: { file: 'acme.game', line: 4 } },
        { name: 'reasoning' },
      ],
      params: [{ name: 'price@acme' }],
      definitions: [{ name: 'answer@acme' }],
      asserts: [],
      sweeps: [],
    })
  })

  it('without names brings every name', () => {
    const { instance } = compileFiles({ 'acme.game': acme, 'main.game': `import "./acme.game"\n${sides}` })
    expect(instance?.params.map(({ name }) => name)).toEqual(['price'])
  })

  it('does not bring what it does not name', () => {
    expect(
      said({
        'acme.game': acme,
        'main.game': `import { standard, reasoning } from "./acme.game"\n${sides}let more = 2 * answer\nassert more > 0 tok\n`,
      }),
    ).toEqual(["E0203 main.game: there is no number called 'answer'"])
  })

  it('of two files with one private name keeps them apart', () => {
    const other = acme
      .replaceAll('reasoning', 'thinking')
      .replace('2_400', '4_800')
      .replace(/model standard.*\n/, '')
      .replace(/assert.*\n/, '')
    const { instance, diagnostics } = compileFiles({
      'acme.game': acme,
      'other.game': other,
      'main.game': `import { standard } from "./acme.game"\nimport { thinking } from "./other.game"\n${sides.replace('reasoning', 'thinking')}`,
    })
    expect(renderText(diagnostics)).toBe('')
    expect(instance?.definitions.map(({ name }) => name)).toEqual(['answer@other'])
  })

  it('reaches through files, a file read twice being one', () => {
    const { instance, files } = compileFiles({
      'acme.game': acme,
      'left.game': 'import { standard } from "./acme.game"\n',
      'right.game': 'import { reasoning, standard } from "./acme.game"\n',
      'main.game': `import "./left.game"\nimport "./right.game"\n${sides}`,
    })
    expect(instance?.models.map(({ name }) => name)).toEqual(['standard', 'reasoning'])
    expect(files.map(({ name }) => name).toSorted()).toEqual([
      'acme.game',
      'left.game',
      'main.game',
      'right.game',
    ])
  })

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'of a name that is not there is said with what was meant',
      { 'main.game': `import { standard, reasonning } from "./acme.game"\n${sides}` },
      ["E0227 main.game: acme.game declares no 'reasonning'"],
    ],
    [
      'that is not found makes no second mistake of its names',
      { 'main.game': `import { standard, reasoning } from "./acne.game"\n${sides}` },
      ['E0225 main.game: cannot import "./acne.game": there is no such file'],
    ],
    [
      'of mistakes says them at their place, once',
      {
        'main.game': `import { standard, wrong } from "./wrong.game"\nimport { standard } from "./wrong.game"\n${sides.replace('reasoning', 'wrong')}`,
        'wrong.game':
          'import { standard } from "./acme.game"\nmodel wrong { success: 50%, latency: 4 USD, cost: 1 USD }\n',
      },
      ['E0214 wrong.game: latency is a time, but this is money'],
    ],
    [
      'that goes round is shown as the way round',
      {
        'main.game': `import "./one.game"\nimport { standard, reasoning } from "./acme.game"\n${sides}`,
        'one.game': 'import "./two.game"\n',
        'two.game': 'import "./one.game"\n',
      },
      ['E0226 two.game: files import each other: one.game → two.game → one.game'],
    ],
    [
      'of a name that the file has too is a clash',
      { 'main.game': `import "./acme.game"\nlet answer = 3\n${sides}` },
      ["E0208 main.game: the name 'answer' is declared twice"],
    ],
  ])('%s', (_, texts, expected) => {
    expect(said({ 'acme.game': acme, ...texts }).filter((line) => line.startsWith('E'))).toEqual(expected)
  })

  it('of names of the prototype is ordinary', () => {
    const { instance, diagnostics } = compileFiles({
      'acme.game': acme.replaceAll('standard', '__proto__').replaceAll('answer', 'constructor'),
      'main.game': `import { __proto__, reasoning } from "./acme.game"\n${sides.replaceAll('standard', '__proto__')}`,
    })
    expect(renderText(diagnostics)).toBe('')
    expect(instance?.definitions.map(({ name }) => name)).toEqual(['constructor@acme'])
  })
})
