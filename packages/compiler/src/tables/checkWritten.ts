import { parse, type Diagnostic } from '@plumbline/parser'
import { compile } from '../compile.ts'
import { missingField } from '../diagnostics/structure.ts'
import { asOperand, type Asked, type AskedOf } from './tableRequest.ts'
import { countOf } from './chooseRows.ts'
import type { WrittenModels } from './writeModels.ts'

/** A mistake in models that were written, at the option to blame. */
interface Blamed {
  readonly diagnostic: Diagnostic
  readonly asked: Asked | null
  readonly row: string | null
}

/**
 * Compiles models that were written from a table, and says what is wrong with them in words of the table: the option, the
 * first row, how many others have the same, and what to write instead. That a field was not given at all is not said here.
 */
export function checkWritten({ text, origins }: WrittenModels, asked: AskedOf): readonly string[] {
  const file = { name: 'models.game', text }
  const errors = compile(file).diagnostics.filter(
    ({ severity, code }) => severity === 'error' && code !== missingField.code,
  )
  if (errors.length === 0) return []
  const places = placesIn(file)
  const groups = new Map<string, Blamed[]>()
  for (const diagnostic of errors) {
    const blamed = blame(diagnostic, places, origins, asked)
    const key = `${blamed.asked?.option ?? ''} ${diagnostic.code}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [blamed])
    else group.push(blamed)
  }
  return [...groups.values()].map(sentenceOf)
}

/** Where a declaration or an entry begins. */
interface Beginning {
  readonly name: string
  readonly start: number
  /** The field of an entry; null for a declaration. */
  readonly field: string | null
}

/** In the order of the text. */
function placesIn(file: { readonly name: string; readonly text: string }): readonly Beginning[] {
  return parse(file).file.items.flatMap((item): readonly Beginning[] => {
    if (item.kind !== 'declaration' || item.name === null) return []
    const name = item.name.text
    const entries = item.block?.entries ?? []
    return [
      { name, start: item.span.start, field: null },
      ...entries.map(({ span, path }) => ({ name, start: span.start, field: path[0]?.text ?? null })),
    ]
  })
}

/** What begins last of what begins at an offset or before it. */
function placeAt(offset: number, places: readonly Beginning[]): Beginning | undefined {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return places[low - 1]
}

function blame(
  diagnostic: Diagnostic,
  places: readonly Beginning[],
  origins: WrittenModels['origins'],
  { shared, fields }: AskedOf,
): Blamed {
  const place = placeAt(diagnostic.primary?.span.start ?? -1, places)
  const origin = place === undefined ? undefined : origins.get(place.name)
  if (place === undefined || origin === undefined) return { diagnostic, asked: null, row: null }
  const asked =
    origin.shared === null
      ? fields.find(({ field }) => field === place.field)
      : shared.find(({ name }) => name === origin.shared)
  return { diagnostic, asked: asked ?? null, row: origin.row }
}

function sentenceOf(group: readonly Blamed[]): string {
  const [first] = group
  if (first === undefined) throw new TypeError('a group of mistakes without one')
  const { diagnostic, asked, row } = first
  const others = group.length === 1 ? '' : ` and ${countOf(group.length - 1).replace('row', 'other row')}`
  const where = row === null ? '' : `, in ${row}${others}`
  const what = `${asked?.option ?? 'the models'}: ${diagnostic.message}${where}`
  return [what, adviceOn(diagnostic, asked)].filter((part) => part !== null).join('; ')
}

function adviceOn(diagnostic: Diagnostic, asked: Asked | null): string | null {
  const { primary, notes } = diagnostic
  const way = asked === null ? null : wayOut(diagnostic, asked)
  if (way !== null) return way
  const label = primary?.text ?? ''
  return label.startsWith('did you mean') ? label : (notes[0] ?? null)
}

const perCent = /at most 1 \(100 %\), and is (\d+(?:\.\d+)?)$/

/** What to write instead, where that can be told. */
function wayOut({ code, message }: Diagnostic, { option, source }: Asked): string | null {
  const share = Number(perCent.exec(message)?.[1] ?? 0)
  if (share > 1 && share <= 100) return `if it is in per cent, write ${option} '${asOperand(source)} / 100'`
  return code.startsWith('E03') ? 'mend the table, or leave such rows out with --where' : null
}
