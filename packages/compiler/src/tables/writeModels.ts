import { format } from '@plumbline/parser'
import { cellText, oneLine, whichRow, whyNoNumber, type TableRow } from './row.ts'
import { rowValue } from './rowValue.ts'
import { countOf, letsOver } from './chooseRows.ts'
import { distinctNames, safeName } from './safeName.ts'
import type { AskedOf, TableRequest } from './tableRequest.ts'
import { writtenOver } from './writtenOver.ts'

/** The models of a table as a file, and where each of its names comes from. */
export interface WrittenModels {
  readonly text: string
  readonly models: number
  readonly remarks: readonly string[]
  /** Where each name that the file declares comes from. */
  readonly origins: ReadonlyMap<string, NameOrigin>
}

/** Where a name of the file comes from. */
export interface NameOrigin {
  /** The row, as people find it again. */
  readonly row: string
  /** The name of the `--let`; null for a model's own. */
  readonly shared: string | null
}

interface Block {
  readonly name: string
  /** A row's own names for those of `--let`. */
  readonly own: ReadonlyMap<string, string>
  readonly label: string
  readonly row: TableRow
  readonly who: string
}

/** What there is to say of a row. */
interface Remark {
  readonly who: string
  /** Else its cost is unknown. */
  readonly leftOut: boolean
  readonly why: string
}

/** Rows that are named where many have the same to be said of them. */
const mostNamed = 3

/** Writes a model block for each row, in the canonical layout. */
export function writeModels(rows: readonly TableRow[], request: TableRequest, asked: AskedOf): WrittenModels {
  const remarks: Remark[] = []
  const origins = new Map<string, NameOrigin>()
  const blocks = blocksOf(rows, request).flatMap((block): readonly string[] => {
    const written = writeBlock(block, asked)
    if (written.remark !== null) remarks.push(written.remark)
    if (written.text === null) return []
    origins.set(block.name, { row: block.who, shared: null })
    for (const [shared, full] of block.own) origins.set(full, { row: block.who, shared })
    return [written.text]
  })
  const heading = request.heading.map((line) => `// ${oneLine(line)}`.trimEnd()).join('\n')
  const text = format({ name: 'models.game', text: `${heading}\n\n${blocks.join('\n\n')}\n` })
  return { text, models: blocks.length, remarks: sentencesOf(remarks), origins }
}

/** The rows with names that all differ: each model's, and those of what it shares between its fields. */
function blocksOf(rows: readonly TableRow[], { name, label, shared }: TableRequest): readonly Block[] {
  const names = distinctNames(rows.map((row) => safeName(cellText(row, name), `row_${String(row.number)}`)))
  const own = distinctNames([
    ...names,
    ...names.flatMap((each) => shared.map((of) => `${each}_${of.name}`)),
  ]).slice(names.length)
  return rows.map((row, index) => {
    const text = cellText(row, label ?? name)
    const mine = shared.map((of, at) => [of.name, own[index * shared.length + at] ?? of.name] as const)
    return { name: names[index] ?? '', own: new Map(mine), label: text, row, who: whichRow(row, text) }
  })
}

function writeBlock(
  { name, own, label, row, who }: Block,
  { shared, fields }: AskedOf,
): { readonly text: string | null; readonly remark: Remark | null } {
  const lets: string[] = []
  const known = new Map<string, string | null>()
  const lacks = new Map<string, string>()
  const whyNot = (of: string): string => lacks.get(of) ?? whyNoNumber(row, of)
  for (const of of shared) {
    const written = writtenOver(of, row, known)
    const full = own.get(of.name) ?? of.name
    if (written.ok) lets.push(`let ${full} = ${written.text}`)
    else lacks.set(of.name, whyNot(written.lacks))
    known.set(of.name, written.ok ? full : null)
  }
  const entries: string[] = []
  let remark: Remark | null = null
  const values = letsOver(row, shared)
  for (const asked of fields) {
    const written = writtenOver(asked, row, known)
    const free = asked.field === 'cost' && rowValue(asked.expression, row, values) === 0
    if (written.ok && !free) entries.push(`  ${asked.field}: ${written.text}`)
    else if (asked.field === 'cost') {
      const why = written.ok ? 'the table gives 0' : whyNot(written.lacks)
      entries.push(`  // cost: unknown, for ${why}`)
      remark = { who, leftOut: false, why }
    } else {
      const why = written.ok ? '' : whyNot(written.lacks)
      return { text: null, remark: { who, leftOut: true, why } }
    }
  }
  const title = label === name ? '' : ` "${quoted(label)}"`
  const source = `// row ${String(row.number)}`
  return { text: [source, ...lets, `model ${name}${title} {`, ...entries, '}'].join('\n'), remark }
}

function quoted(text: string): string {
  return oneLine(text).replace(/["\\]/g, '\\$&')
}

/** A sentence for each row, or for all of which the same is to say. */
function sentencesOf(remarks: readonly Remark[]): readonly string[] {
  const groups = new Map<string, Remark[]>()
  for (const remark of remarks) {
    const key = `${String(remark.leftOut)} ${remark.why}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [remark])
    else group.push(remark)
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length <= mostNamed)
      return group.map(({ who, leftOut, why }) =>
        leftOut
          ? `${who} is left out: ${why}`
          : `${who} has no known cost: ${why}, which is not taken for free`,
      )
    const [{ leftOut, why } = { leftOut: true, why: '' }] = group
    const named = group.slice(0, mostNamed).map(({ who }) => who)
    const whom = `${named.join(', ')} and ${String(group.length - mostNamed)} more`
    const their = why.replace(/^its /, 'their ')
    return leftOut
      ? [`${countOf(group.length)} are left out, for ${their}: ${whom}`]
      : [`${countOf(group.length)} have no known cost, for ${their}, which is not taken for free: ${whom}`]
  })
}
