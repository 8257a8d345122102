import { format } from '../format/format.ts'
import { parse } from '../parse.ts'

/**
 * Which law the layout of a text breaks, in words; null where it keeps them all: a file with a syntax error comes
 * back as it is; any other keeps its tree, its comments and its warnings, and its layout is its own layout.
 */
export function brokenLayoutLaw(text: string): string | null {
  const laidOut = layOut(text)
  const before = parse({ name: 'test.game', text })
  if (before.diagnostics.some(({ severity }) => severity === 'error')) {
    return laidOut === text ? null : 'a file with a syntax error is changed'
  }
  if (layOut(laidOut) !== laidOut) return 'the layout is not its own layout'
  const after = parse({ name: 'test.game', text: laidOut })
  if (commentsOf(before) !== commentsOf(after)) return 'a comment is lost or changed'
  if (treeOf(before) !== treeOf(after)) return 'the layout is another program'
  if (codesOf(before) !== codesOf(after)) return 'the layout has other diagnostics'
  return null
}

type Parsed = ReturnType<typeof parse>

function layOut(text: string): string {
  return format({ name: 'test.game', text })
}

/** The tree without its places. */
function treeOf({ file }: Parsed): string {
  return JSON.stringify(file, (key, value: unknown) =>
    key === 'span' || key === 'operatorSpan' ? undefined : value,
  )
}

function commentsOf({ remarks }: Parsed): string {
  return JSON.stringify(remarks.map(({ text }) => text.trimEnd().replaceAll(/\r\n?/g, '\n')))
}

function codesOf({ diagnostics }: Parsed): string {
  return diagnostics.map(({ code }) => code).join(' ')
}
