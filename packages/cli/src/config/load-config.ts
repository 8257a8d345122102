import { stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { extensionFlaws, makeVocabulary, nearest, type Extension, type Vocabulary } from '@plumbline/compiler'
import { systemReason } from '../system-error.ts'
import { runScript } from './run-script.ts'
import { transpile } from './transpile.ts'

/** The language with a configuration's words, or sentences that say what is wrong with it, each with its place. */
export type LoadedConfig =
  | { readonly ok: true; readonly vocabulary: Vocabulary }
  | { readonly ok: false; readonly sentences: readonly string[] }

const endings = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs']

/**
 * Loads a configuration, which is a program: only where the person at the command line says so, never because a game
 * or a folder does.
 *
 * @param typed - its path, relative to `folder`
 * @param note - told of every file of it, by its whole path
 */
export async function loadConfig(
  typed: string,
  folder: string,
  note: (place: string) => void = () => undefined,
): Promise<LoadedConfig> {
  const place = resolve(folder, typed)
  note(place)
  const unreadable = await whyUnreadable(place, typed)
  if (unreadable !== null) return refuse(unreadable)
  const script = await transpile(place, typed)
  for (const file of script.files) note(file)
  if (!script.ok) return script
  const ran = runScript(script, place, typed)
  if (!ran.ok) return refuse(`${ran.place ?? typed}: the configuration ${ran.reason}`)
  const words = wordsOf(ran.exported)
  if (typeof words === 'string') return refuse(`${typed}: ${words}`)
  const flaws = extensionFlaws(words)
  if (flaws.length === 0) return { ok: true, vocabulary: makeVocabulary(words as readonly Extension[]) }
  return {
    ok: false,
    sentences: flaws.map(({ index, sentence }) => {
      const defined = ran.placeOf(words[index])
      return defined === null
        ? `${typed}: vocabulary[${String(index)}]: ${sentence}`
        : `${defined}: ${sentence}`
    }),
  }
}

function refuse(sentence: string): LoadedConfig {
  return { ok: false, sentences: [sentence] }
}

async function whyUnreadable(place: string, typed: string): Promise<string | null> {
  try {
    if ((await stat(place)).isDirectory())
      return `${typed} is a folder; name the configuration in it, such as '${typed.replace(/\/+$/, '')}/plumb.config.ts'`
  } catch (error) {
    const { code, words } = systemReason(error)
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? `there is no configuration ${typed}`
      : `cannot read ${typed}: ${words}`
  }
  return endings.includes(extname(typed))
    ? null
    : `${typed} is no configuration: that is a program in TypeScript or JavaScript, and ends in ${endings.slice(0, -1).join(', ')} or .cjs`
}

const shown = "'export default { vocabulary: [...] }'"

/** The words of a configuration, or what is wrong with what it exports. */
function wordsOf(exported: unknown): readonly unknown[] | string {
  if (exported === undefined) return `it has no default export; write ${shown}`
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported))
    return `its default export must be an object, ${shown}`
  const [stranger] = Object.keys(exported).filter((key) => key !== 'vocabulary')
  if (stranger !== undefined) {
    const meant = nearest(stranger, ['vocabulary'])
    return `a configuration has no '${stranger}'; ${meant === null ? `write ${shown}` : `did you mean '${meant}'?`}`
  }
  const { vocabulary = [] } = exported as { readonly vocabulary?: unknown }
  return Array.isArray(vocabulary)
    ? (vocabulary as readonly unknown[])
    : `'vocabulary' must be a list, ${shown}`
}
