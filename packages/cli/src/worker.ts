import { parentPort, workerData } from 'node:worker_threads'
import { answerSearch } from './searches.ts'
import { answerRows } from './sweeps/answer-rows.ts'

// What other threads run: one task by its name, which answers messages until the thread is ended.
const { task, data } = workerData as { readonly task: string; readonly data: never }
const port = parentPort
if (port === null) throw new TypeError('a thread without anybody to answer')
switch (task) {
  case 'sweep':
    answerRows(data, port)
    break
  case 'solve':
    answerSearch(data, port)
    break
  default:
    throw new TypeError(`no task called '${task}'`)
}
