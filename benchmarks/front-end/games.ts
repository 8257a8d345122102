/** A generated game, and the same information as JSON. */
export interface Generated {
  readonly text: string
  readonly json: string
  readonly lines: number
}

/** A declaration as data: expressions stay texts, as they would in JSON. */
interface Declaration {
  readonly kind: string
  readonly name: string
  readonly doc?: string
  readonly label?: string
  readonly value?: string
  readonly within?: string
  readonly fields?: Readonly<Record<string, string>>
}

/** A sound game of about so many lines: a param, a `let` and a documented model over and over, each used by the next. */
export function generatedGame(lines: number): Generated {
  const groups = Math.max(1, Math.round((lines - 11) / 9))
  const small = lines < 20
  const declarations = [
    ...Array.from({ length: groups }, (_, index) => (small ? [smallModel(index)] : group(index))).flat(),
    { kind: 'menu', name: 'tiers', value: small ? 'static(model0)' : `cascade(model0, model${groups - 1})` },
    { kind: 'user', name: 'developer', fields: { value: '0.50 USD', patience: '40 USD/h' } },
    { kind: 'provider', name: 'acme', fields: { offers: 'tiers' } },
  ]
  const text = declarations.map(write).join('')
  return { text, json: JSON.stringify(declarations), lines: text.split('\n').length - 1 }
}

function smallModel(index: number): Declaration {
  return {
    kind: 'model',
    name: `model${index}`,
    fields: { success: '62%', latency: '4 s', cost: '0.002 USD' },
  }
}

function group(index: number): readonly Declaration[] {
  const before = index === 0 ? '4 s' : `wait${index - 1}`
  return [
    { kind: 'param', name: `churn${index}`, value: '0.10 USD', within: '0 USD .. 1 USD' },
    { kind: 'let', name: `wait${index}`, value: `${before} + 1 ms` },
    {
      kind: 'model',
      name: `model${index}`,
      doc: 'Answers at once, and is sometimes wrong.',
      label: `Model ${index}`,
      fields: {
        success: '194 of 225',
        latency: `0.6 s + 2_400 tok / (65 tok/s) + wait${index}`,
        cost: `1.25 USD/Mtok * 900 tok + 10 USD/Mtok * 2_400 tok + churn${index}`,
      },
    },
  ]
}

function write({ kind, name, doc, label, value, within, fields }: Declaration): string {
  const head = `${kind} ${name}${label === undefined ? '' : ` "${label}"`}`
  const rest = `${value === undefined ? '' : ` = ${value}`}${within === undefined ? '' : ` in ${within}`}`
  const entries = Object.entries(fields ?? {}).map(([path, of]) => `  ${path}: ${of}\n`)
  const block = fields === undefined ? '\n' : ` {\n${entries.join('')}}\n\n`
  return `${doc === undefined ? '' : `/// ${doc}\n`}${head}${rest}${block}`
}

/** Files with so many mistakes of one sort each. */
export function brokenGames(
  mistakes: number,
): readonly { readonly name: string; readonly text: string; readonly lines: number }[] {
  const { text } = generatedGame(9 * mistakes + 11)
  const spoil = (name: string, from: RegExp, to: string) => {
    const spoilt = text.replace(from, to)
    return { name, text: spoilt, lines: spoilt.split('\n').length - 1 }
  }
  return [
    spoil('a number in a wrong unit', /cost: .*/g, 'cost: 3 s'),
    spoil('a name that is not declared', /\+ wait(\d+)$/gm, '+ wiat$1'),
    spoil('a field that does not exist', /success:/g, 'succes:'),
    spoil('a value that breaks off', /cost: .*/g, 'cost: 3 USD *'),
  ]
}
