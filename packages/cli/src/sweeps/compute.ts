import type { GameInstance, Sweep } from '@plumbline/game'
import type { SweepTable } from '@plumbline/solver'
import type { Threads } from '../world.ts'
import { rowsText, type RowFormatName } from './rows-text.ts'

/** Rows of a sweep to compute, as another thread gets them. */
export interface SweepTask {
  readonly instance: GameInstance
  readonly sweep: Pick<Sweep, 'axes'>
  readonly format: RowFormatName
}

/** What is asked of a thread: some rows. */
export interface RowsAsked {
  readonly first: number
  readonly count: number
}

/** What it answers. */
export interface RowsGiven extends RowsAsked {
  readonly text: Uint8Array
  readonly failed: number
}

/** Where rows go, in order, and who may stop it all. */
export interface RowsSink {
  readonly take: (rows: RowsGiven) => Promise<void>
  readonly stopped: () => boolean
}

/** Milliseconds that a portion of rows is to take, and how many rows it has at most. */
const portionTime = 50
const mostRows = 1024
/** Portions that may wait for one before them to be done. */
const mostWaiting = 8
/** Milliseconds of work after which other threads are worth their start. */
const worthThreads = 400

/** How many rows the next portion has, from how long the last one took. */
function nextPortion(rows: number, milliseconds: number): number {
  const fitting = milliseconds <= 0 ? rows * 2 : (rows * portionTime) / milliseconds
  return Math.max(1, Math.min(mostRows, rows * 2, Math.round(fitting)))
}

/** Lets whatever waits (signals, timers, messages) have its turn. */
const turn = (): Promise<void> => new Promise((go) => setImmediate(go))

/**
 * Computes rows from one on, in order: in this thread, and once it is clear that there is enough to do in others as well.
 *
 * @param from the first row
 * @param threads how many threads may work, and how they start; null for this one alone
 */
export async function computeRows(
  task: SweepTask,
  table: SweepTable,
  from: number,
  threads: (Pick<Threads, 'start'> & { readonly count: number }) | null,
  sink: RowsSink,
): Promise<void> {
  const text = rowsText(table, task.format)
  const begun = performance.now()
  let portion = 4
  for (let first = from; first < table.count && !sink.stopped();) {
    const count = Math.min(portion, table.count - first)
    const before = performance.now()
    await sink.take({ first, count, ...text(first, count) })
    portion = nextPortion(count, performance.now() - before)
    first += count
    await turn()
    const rest = ((performance.now() - before) / count) * (table.count - first)
    if (
      threads !== null &&
      threads.count > 1 &&
      performance.now() - begun > worthThreads / 4 &&
      rest > worthThreads
    ) {
      await inThreads(task, table.count, first, threads, sink)
      return
    }
  }
}

async function inThreads(
  task: SweepTask,
  end: number,
  from: number,
  { count: threadCount, start }: Pick<Threads, 'start'> & { readonly count: number },
  sink: RowsSink,
): Promise<void> {
  const done = new Map<number, RowsGiven>()
  let [asked, taken] = [from, from]
  let watch: ReturnType<typeof setInterval> | undefined
  const workers = Array.from({ length: threadCount }, () => start('sweep', task))
  try {
    await new Promise<void>((finish, fail) => {
      let writing = false
      const idle: (() => void)[] = []
      const write = async (): Promise<void> => {
        if (writing) return
        writing = true
        for (let rows = done.get(taken); rows !== undefined && !sink.stopped(); rows = done.get(taken)) {
          done.delete(taken)
          await sink.take(rows)
          taken += rows.count
          for (const ask of idle.splice(0)) ask()
        }
        writing = false
        if (taken >= end || sink.stopped()) finish()
      }
      // A portion may take long, and nobody who wants to stop should wait for it.
      watch = setInterval(() => {
        if (!writing && sink.stopped()) finish()
      }, 100)
      for (const worker of workers) {
        let portion = 16
        let before = 0
        const ask = (): void => {
          if (asked >= end || sink.stopped()) return
          if (done.size >= mostWaiting) {
            idle.push(ask)
            return
          }
          const rows: RowsAsked = { first: asked, count: Math.min(portion, end - asked) }
          asked += rows.count
          before = performance.now()
          worker.postMessage(rows)
        }
        worker.on('message', (rows: RowsGiven) => {
          portion = nextPortion(rows.count, performance.now() - before)
          done.set(rows.first, rows)
          ask()
          write().catch(fail)
        })
        worker.on('error', fail)
        ask()
      }
    })
  } finally {
    clearInterval(watch)
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
