import { nearest } from '@plumbline/compiler'
import { analyses } from '@plumbline/solver'

/** The analyses that a command line asks for, or what to say of one that does not exist. */
export type Asked =
  { readonly ok: true; readonly names: readonly string[] } | { readonly ok: false; readonly sentence: string }

/** `all`, or names between commas; blanks do not matter. */
export function askedAnalyses(text: string | undefined): Asked {
  const known = analyses.map(({ name }) => name)
  const asked = (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  const stranger = asked.find((name) => name !== 'all' && !known.some((each) => each === name))
  if (stranger === undefined) return { ok: true, names: asked.includes('all') ? known : asked }
  const meant = nearest(stranger, ['all', ...known])
  const way = meant === null ? `they are ${known.join(', ')}, or all` : `did you mean '${meant}'?`
  return { ok: false, sentence: `there is no analysis '${stranger}'; ${way}` }
}
