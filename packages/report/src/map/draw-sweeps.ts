import type { GameInstance, Sweep } from '@plumbline/game'
import { regimeLine, regimeMap, type RegimeLine, type RegimeMap } from '@plumbline/solver'

/** A sweep of the file, solved for its picture; or why it has none, in a clause. */
export type SolvedSweep = { readonly sweep: Sweep } & (
  | { readonly kind: 'map'; readonly map: RegimeMap }
  | { readonly kind: 'line'; readonly line: RegimeLine }
  | { readonly kind: 'none'; readonly reason: string }
)

/** How finely to look, and for how long. */
export interface SweepLimits {
  /** Cells along a side of a map; a prime, so that what happens at round numbers seldom lies on a line of the grid. */
  readonly cells: number
  /** Points along a line. */
  readonly samples: number
  /** Milliseconds for each sweep. */
  readonly time: number
  readonly now: () => number
  /** Told which share of the sweeps is done. */
  readonly progress?: (share: number) => void
}

class TakesTooLong extends Error {}

/** Solves the sweeps that a file declares, for their pictures: over one number as lines, over two as a map of regimes. */
export function solveSweeps(instance: GameInstance, limits: SweepLimits): readonly SolvedSweep[] {
  const { sweeps } = instance
  return sweeps.map((sweep, index) => {
    return solveSweep(instance, sweep, limits, (share) => limits.progress?.((index + share) / sweeps.length))
  })
}

function solveSweep(
  instance: GameInstance,
  sweep: Sweep,
  { cells, samples, time, now }: SweepLimits,
  progress: (share: number) => void,
): SolvedSweep {
  const none = (reason: string): SolvedSweep => ({ sweep, kind: 'none', reason })
  const [x, y] = sweep.axes
  if (x === undefined || sweep.axes.length > 2) {
    return none(`it has ${String(sweep.axes.length)} numbers to move, and a picture one or two`)
  }
  const listed = sweep.axes.find(({ values }) => values.kind === 'list')
  if (listed !== undefined)
    return none(`${listed.path} takes the values of a list, and a picture needs a range`)
  const end = now() + time
  const watch = (share: number): void => {
    if (now() > end) throw new TakesTooLong()
    progress(share)
  }
  try {
    if (y === undefined) {
      const result = regimeLine(instance, x, samples, watch)
      return result.ok ? { sweep, kind: 'line', line: result.line } : none('its numbers are not in order')
    }
    const result = regimeMap(instance, [x, y], { value: 'gap', cells, progress: watch })
    return result.ok ? { sweep, kind: 'map', map: result.map } : none('its numbers are not in order')
  } catch (error) {
    if (!(error instanceof TakesTooLong)) throw error
    return none('each of its points takes long to solve')
  }
}
