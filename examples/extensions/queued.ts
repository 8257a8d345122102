import { complement, defineFunction, over } from '@plumbline/compiler'

/**
 * The mean time that a request spends in a queue with one server and being served, when requests come at random and
 * take an exponential time (M/M/1): `service / (1 - load)`.
 */
export const queuedFunction = defineFunction({
  name: 'queued',
  doc: 'the time that a request takes with its wait in the queue of a busy server',
  example: 'queued(4 s, 80%)',
  parameters: [
    { name: 'service', dimension: 'alike', doc: 'the time that it takes on an idle server' },
    {
      name: 'load',
      dimension: 'plain',
      doc: 'the share of the time in which the server is busy, less than 1',
    },
  ],
  result: 'alike',
  becomes: ({ service, load }) => over(service, complement(load)),
})
