import type { GameInstance } from '@plumbline/game'
import { solve, type SearchState, type SolveOptions, type SolveResult } from '@plumbline/solver'
import type { MessagePort } from 'node:worker_threads'
import { progressOfShare, shortNumber, shortTime } from './progress.ts'
import type { SearchAsked } from './search-limits.ts'
import type { World } from './world.ts'

/** A search as another thread is asked for it. */
export interface SearchTask {
  readonly instance: GameInstance
  readonly analyses: readonly string[]
  readonly asked: SearchAsked
  /** One number: not 0 when the search shall end. */
  readonly stop: SharedArrayBuffer
}

/** What a searching thread says: how far it has come, or its answer. */
type SearchSaid =
  { readonly state: SearchState } | { readonly drawn: number } | { readonly result: SolveResult }

/** Milliseconds of search before another thread goes on with it, from where Ctrl-C and a line that counts are possible. */
const patience = 1000
/** Milliseconds between two lines that say how far a search has come. */
const pause = 200

function optionsOf(
  { tolerance, time, draws, seed, proof }: SearchAsked,
  analyses: readonly string[],
): SolveOptions {
  return {
    time,
    now: () => performance.now(),
    with: analyses,
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    ...(proof === undefined ? {} : { proof }),
  }
}

/** Solves a game without a word while it takes. */
export function solveQuietly(
  instance: GameInstance,
  analyses: readonly string[],
  asked: SearchAsked,
): SolveResult {
  return solve(instance, new Map(), optionsOf(asked, analyses))
}

/** Solves a game if none of its searches takes more than a moment; null where one does. */
function solveAtOnce(
  instance: GameInstance,
  analyses: readonly string[],
  asked: SearchAsked,
  drawn: (share: number) => void,
): SolveResult | null {
  const began = performance.now()
  const cut = new Set<'cut'>()
  const cancelled = (): boolean => {
    if (performance.now() - began > patience) cut.add('cut')
    return cut.size > 0
  }
  const quick = solve(instance, new Map(), { ...optionsOf(asked, analyses), cancelled, drawn })
  return cut.size > 0 ? null : quick
}

/**
 * Solves a game. A search that takes more than a second goes on in another thread, says on a terminal how far it has come,
 * and ends on Ctrl-C with the best so far and its bound.
 */
export async function solvePatiently(
  instance: GameInstance,
  analyses: readonly string[],
  asked: SearchAsked,
  world: World,
): Promise<SolveResult> {
  const { threads, onInterrupt, err } = world
  if (threads === undefined || asked.time <= patience) return solveQuietly(instance, analyses, asked)
  const bar = await progressOfShare(world, 'of the draws')
  const quick = solveAtOnce(instance, analyses, asked, bar.update)
  bar.stop()
  if (quick !== null) return quick
  const stop = new SharedArrayBuffer(4)
  const began = performance.now()
  const task: SearchTask = { instance, analyses, asked, stop }
  const worker = threads.start('solve', task)
  const interrupt = onInterrupt?.(() => Atomics.store(new Int32Array(stop), 0, 1))
  try {
    return await new Promise<SolveResult>((resolve, reject) => {
      worker.on('message', (said: SearchSaid) => {
        if ('result' in said) resolve(said.result)
        else if (err.isTerminal) {
          const line =
            'drawn' in said
              ? drawnLine(said.drawn)
              : lineOf(said.state, performance.now() - began, asked.time)
          err.write(`\r\u001B[K${line.slice(0, (err.columns ?? 200) - 1)}`)
        }
      })
      worker.on('error', reject)
    })
  } finally {
    interrupt?.ignore()
    if (err.isTerminal) err.write('\r\u001B[K')
    await worker.terminate()
  }
}

/** The share of the time that is over, how fast it goes, and how near the answer is known to be. */
function lineOf({ nodes, lower, upper }: SearchState, passed: number, most: number): string {
  const apart = upper === 0 ? '' : `, ${(100 * Math.abs((upper - lower) / upper)).toPrecision(2)} % apart`
  const rate = shortNumber(nodes / Math.max(passed / 1000, 1e-3))
  const left = Number.isFinite(most) ? `, at most ${shortTime(Math.max(0, most - passed) / 1000)} left` : ''
  return `${barOf(passed / most)} between ${lower.toPrecision(6)} and ${upper.toPrecision(6)}${apart}; ${rate} parts/s${left}; Ctrl-C for the best so far`
}

function drawnLine(share: number): string {
  return `${barOf(share)} ${String(Math.floor(100 * share))}% of the draws`
}

const barLength = 12

function barOf(share: number): string {
  const full = Math.round(barLength * Math.min(1, Math.max(0, share)))
  return '━'.repeat(full) + '─'.repeat(barLength - full)
}

/** Solves for another thread: says how far it has come, and ends when told to. */
export function answerSearch({ instance, analyses, asked, stop }: SearchTask, port: MessagePort): void {
  const told = new Int32Array(stop)
  let last = performance.now()
  const say = (said: SearchSaid): void => {
    port.postMessage(said)
  }
  const result = solve(instance, new Map(), {
    ...optionsOf(asked, analyses),
    cancelled: () => Atomics.load(told, 0) !== 0,
    progress: (state) => {
      if (performance.now() - last < pause) return
      last = performance.now()
      say({ state })
    },
    drawn: (share) => {
      if (performance.now() - last < pause) return
      last = performance.now()
      say({ drawn: share })
    },
  })
  say({ result })
}
