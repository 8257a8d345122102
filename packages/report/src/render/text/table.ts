import type { Table } from '../../model.ts'
import { padded, widthOf } from './width.ts'
import { longestWord, wrapped } from './wrap.ts'

const gutter = '  '

/** A table in plain columns under a rule; where it cannot fit, each row as a list of its cells. */
export function tableText({ caption, columns, rows }: Table, width: number): string {
  const titles = columns.map(({ title }) => title)
  const texts = rows.map(({ cells }) => cells.map(({ text }) => text))
  const marked = rows.map((row) => row.marked === true)
  const mark = marked.some(Boolean) ? 2 : 0
  const widths = columnWidths(titles, texts, width - mark)
  const head = wrapped(caption, width)
  if (widths === null)
    return [...head, ...texts.flatMap((cells) => ['', ...record(titles, cells, width)])].join('\n')
  const line = (cells: readonly string[], sign: string): readonly string[] => {
    const stacks = cells.map((text, index) => wrapped(text, widths[index] ?? 1))
    const height = Math.max(...stacks.map(({ length }) => length))
    return Array.from({ length: height }, (_, row) => {
      const parts = stacks.map((stack, index) => {
        return padded(stack[row] ?? '', widths[index] ?? 1, columns[index]?.align ?? 'left')
      })
      return `${(row === 0 ? sign : '').padEnd(mark)}${parts.join(gutter)}`.trimEnd()
    })
  }
  const total = mark + widths.reduce((sum, each) => sum + each, 0) + gutter.length * (widths.length - 1)
  return [
    ...head,
    ...line(titles, ''),
    '─'.repeat(total),
    ...texts.flatMap((cells, index) => line(cells, marked[index] === true ? '▸' : '')),
  ].join('\n')
}

/** Natural widths, narrowed at the widest columns until all fit; null where some word would have to break. */
function columnWidths(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] | null {
  const cellsOf = (index: number): readonly string[] => [
    titles[index] ?? '',
    ...rows.map((row) => row[index] ?? ''),
  ]
  const widths = titles.map((_, index) => Math.max(...cellsOf(index).map(widthOf)))
  const least = titles.map((_, index) => Math.max(...cellsOf(index).map(longestWord)))
  let over = widths.reduce((sum, each) => sum + each, 0) + gutter.length * (widths.length - 1) - width
  while (over > 0) {
    const room = widths.map((each, index) => (each > (least[index] ?? 0) ? each : 0))
    const widest = room.indexOf(Math.max(...room))
    if ((room[widest] ?? 0) === 0) return null
    widths[widest] = (widths[widest] ?? 0) - 1
    over -= 1
  }
  return widths
}

function record(titles: readonly string[], cells: readonly string[], width: number): readonly string[] {
  return cells.flatMap((text, index) => {
    const title = titles[index] ?? ''
    if (index === 0) return wrapped(text, width)
    const [first = '', ...others] = wrapped(`${title}: ${text}`, width - 4)
    return [`  ${first}`, ...others.map((each) => `    ${each}`)]
  })
}
