import { sum, type Arithmetic, type Game } from '@plumbline/game'
import { coarse, limited, reversed, stream, wide } from '../../leader/testing/random-games.ts'
import { plainUser, sampleGame, type Sample } from '../../leader/testing/sample-game.ts'

/** A type of a sample population. */
export interface SampleType {
  readonly V: Sample['V']
  readonly kappa?: Sample['V']
  /** Of any sum. */
  readonly w: Sample['V']
}

/** A sample game in front of several types. Tests only. */
export function samplePopulation<N>(
  ar: Arithmetic<N>,
  sample: Omit<Sample, 'V' | 'kappa'>,
  types: readonly SampleType[],
): Game<N> {
  const game = sampleGame(ar, { ...sample, V: 1 })
  const total = sum(
    ar,
    types.map(({ w }) => ar.from(w)),
  )
  const users = types.map(({ V, kappa = 1, w }, index) => ({
    name: `user${index + 1}`,
    weight: ar.div(ar.from(w), total),
    value: ar.from(V),
    patience: ar.from(kappa),
    ...plainUser,
  }))
  return { ...game, users }
}

/** Numbers of a random population: coarse ones with ties and zeros of every kind, or any order over wide ranges. */
export function randomPopulation(
  seed: number,
  ties: 'strong' | 'weak' = 'strong',
): { readonly sample: Sample; readonly types: readonly SampleType[] } {
  const next = stream(seed)
  const kind = seed % 4
  const drawn = kind === 0 ? coarse(next) : kind === 2 ? reversed(next) : wide(next)
  const sample = { ...(seed % 3 === 0 ? limited(next, drawn) : drawn), ties }
  const count = 1 + Math.floor(next() * 5)
  const types = Array.from({ length: count }, (): SampleType => {
    if (kind === 0) {
      const { V, kappa = 1 } = coarse(next)
      return { V, kappa, w: ['1', '2', '1/2'][Math.floor(next() * 3)] ?? '1' }
    }
    // Around the latencies-of-pass, where signs change.
    const [one, two] = [0, 1].map((model) => Number(sample.t[model] ?? 0) / Number(sample.p[model] ?? 1))
    const [low, high] = [Math.min(one ?? 0, two ?? 0), Math.max(one ?? 0, two ?? 0)]
    return { V: Math.max(0, low + (high - low) * (next() * 1.6 - 0.3)), w: 0.1 + next() }
  })
  return { sample, types }
}
