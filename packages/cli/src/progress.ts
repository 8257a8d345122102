import { Writable } from 'node:stream'
import type { SingleBar } from 'cli-progress'
import type { World } from './world.ts'

/** How far long work has come, for a person who waits. */
export interface Progress {
  /** @param done how much of the total is done */
  readonly update: (done: number) => void
  /** Takes the bar away. */
  readonly stop: () => void
}

/** Milliseconds before a bar appears, so that what is quick leaves no trace. */
const patience = 1000

/** Of work that is told in shares of the whole. */
export async function progressOfShare(
  world: Pick<World, 'err'>,
  what: string,
  now?: () => number,
): Promise<Progress> {
  return progressOf(world, what, 1, 0, now)
}

/**
 * A bar on standard error with the share that is done, the rate and the time left. Only on a terminal, and only for work
 * that takes longer than a second.
 *
 * @param what a plural: `rows`, `tasks`
 * @param total how much there is to do; 1 where it is told in shares
 * @param begun how much of it was done before, which took no time now
 */
export async function progressOf(
  world: Pick<World, 'err'>,
  what: string,
  total: number,
  begun = 0,
  now: () => number = () => performance.now(),
): Promise<Progress> {
  if (!world.err.isTerminal) return { update: () => undefined, stop: () => undefined }
  const { default: cliProgress } = await import('cli-progress')
  const start = now()
  let bar: SingleBar | null = null
  return {
    update: (done) => {
      const seconds = (now() - start) / 1000
      if (seconds * 1000 < patience) return
      const rate = (done - begun) / seconds
      const payload = {
        what,
        rate: shortNumber(rate),
        left: rate > 0 ? shortTime((total - done) / rate) : '?',
      }
      if (bar === null) {
        bar = new cliProgress.SingleBar({
          stream: terminalOf(world),
          format:
            total === 1
              ? '{bar} {percentage}%  {what}  {left} left'
              : '{bar} {percentage}%  {value} of {total} {what}  {rate}/s  {left} left',
          formatValue: (value, _, type) =>
            type === 'value' || type === 'total' ? value.toLocaleString('en') : String(value),
          barCompleteChar: '━',
          barIncompleteChar: '─',
          barsize: 20,
          // Whoever ends the process in the middle keeps a terminal as it was.
          hideCursor: false,
          linewrap: true,
          clearOnComplete: true,
          fps: 10,
        })
        bar.start(total, done, payload)
      } else bar.update(done, payload)
    },
    stop: () => bar?.stop(),
  }
}

function terminalOf({ err }: Pick<World, 'err'>): NodeJS.WritableStream {
  const stream = new Writable({
    write: (chunk, _, written) => {
      err.write(String(chunk))
      written()
    },
  })
  return Object.assign(stream, { isTTY: true, columns: err.columns ?? 80 })
}

/** A number in three digits: `1.23 k`, `45.6 M`. */
export function shortNumber(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toPrecision(3)} M`
  if (value >= 1e4) return `${(value / 1e3).toPrecision(3)} k`
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)
}

/** A time in the unit that suits it: `45 s`, `12 min`, `3.5 h`, `4 days`. */
export function shortTime(seconds: number): string {
  if (seconds < 100) return `${String(Math.ceil(seconds))} s`
  if (seconds < 6000) return `${String(Math.round(seconds / 60))} min`
  if (seconds < 48 * 3600) return `${(seconds / 3600).toPrecision(2)} h`
  return `${Math.round(seconds / 86400).toLocaleString('en')} days`
}
