import { createTwoFilesPatch } from 'diff'
import pc from 'picocolors'

/** A unified difference between a file and its layout, with colours where they are wanted. */
export function difference(path: string, before: string, after: string, coloured: boolean): string {
  const paint = pc.createColors(coloured)
  const patch = createTwoFilesPatch(path, path, before, after, 'as it is', 'laid out')
  const lines = patch.split('\n').filter((line) => !line.startsWith('=====') && !line.startsWith('Index: '))
  return lines
    .map((line) => {
      if (line.startsWith('+++') || line.startsWith('---')) return paint.bold(line)
      if (line.startsWith('+')) return paint.green(line)
      if (line.startsWith('-')) return paint.red(line)
      return line.startsWith('@@') ? paint.cyan(line) : line
    })
    .join('\n')
}
