import { sweepTable } from '@plumbline/solver'
import type { MessagePort } from 'node:worker_threads'
import type { RowsAsked, RowsGiven, SweepTask } from './compute.ts'
import { rowsText } from './rows-text.ts'

/** Computes the rows that it is asked for, one portion after the other. */
export function answerRows({ instance, sweep, format }: SweepTask, port: MessagePort): void {
  const result = sweepTable(instance, sweep)
  if (!result.ok) throw new TypeError('a sweep that was in order in another thread')
  const text = rowsText(result.table, format)
  port.on('message', ({ first, count }: RowsAsked) => {
    const rows: RowsGiven = { first, count, ...text(first, count) }
    port.postMessage(rows)
  })
}
