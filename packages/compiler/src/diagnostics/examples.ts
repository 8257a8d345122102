import type { SourceFile } from '@plumbline/parser'
import type { Resolve } from '../imports/resolve.ts'

/**
 * A whole small game for the examples of diagnostics, with a few lines replaced.
 *
 * @param change - `[line, new text]`; the line is found by how it begins, after its indentation
 */
export function exampleGame(...changes: readonly (readonly [begin: string, text: string])[]): string {
  return whole
    .split('\n')
    .map((line) => {
      const change = changes.find(([begin]) => line.trimStart().startsWith(begin))
      return change === undefined ? line : change[1]
    })
    .join('\n')
}

const whole = `game assistant

model quick {
  success: 20%
  latency: 4 s
  cost: 0.002 USD
}

model careful {
  success: 86%
  latency: 10 s
  cost: 0.030 USD
}

menu tiers = cascade(quick, careful)

user developer {
  value: 0.20 USD
  patience: 40 USD/h
}

provider acme {
  offers: tiers
  penalty: 0.10 USD
}
`

/** A library of one model, for the examples of diagnostics, with a few lines replaced. */
export function exampleModel(...changes: readonly (readonly [begin: string, text: string])[]): string {
  return changes.reduce(
    (text, [begin, line]) =>
      text
        .split('\n')
        .map((old) => (old.trimStart().startsWith(begin) ? line : old))
        .join('\n'),
    'model quick {\n  success: 62%\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
  )
}

const library = 'model large { success: 95%, latency: 8 s, cost: 0.1 USD }\n'

/** The files that examples of imports name: a library, the game itself, and a chain without end. */
export function exampleFiles(game: SourceFile): Resolve {
  const known = new Map<string, SourceFile>([[game.name, game]])
  const textOf = (name: string): string | null => {
    const chain = /^chain-(\d+)\.game$/.exec(name)
    if (chain !== null) return `import "./chain-${Number(chain[1]) + 1}.game"\n`
    return name === 'library.game' ? library : null
  }
  return (path) => {
    const name = path.replace(/^\.\//, '')
    const text = textOf(name)
    const file = known.get(name) ?? (text === null ? null : { name, text })
    if (file === null) return { ok: false, why: 'missing', detail: null }
    known.set(name, file)
    return { ok: true, file }
  }
}
