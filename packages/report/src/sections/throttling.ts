import { listed } from '../formatting/label.ts'
import { occurring } from '../findings/finding.ts'
import { slownessFindings } from '../findings/findings.ts'
import type { Sentence } from '../model.ts'
import { routeWords } from '../reading/phrases.ts'
import { throttlingFigure } from '../figures/throttling.ts'
import { slows, type Reading } from '../reading/reading.ts'
import { sentence } from '../verdict/sentence.ts'
import { slowedModels } from '../verdict/slowing.ts'
import { paragraph, type SectionDefinition } from './section.ts'

/** Whether it pays to be slow on purpose, how, to whose harm, and up to which penalty. */
export const throttlingSection: SectionDefinition = {
  id: 'throttling',
  title: 'Throttling: does slowness pay?',
  blocks: (reading) => [
    ...paragraph([...answer(reading), ...range(reading)], { brief: true }),
    ...paragraph(single(reading), { brief: true }),
    ...paragraph(closeness(reading)),
    ...(reading.pictured ? throttlingFigure(reading) : []),
    ...occurring(reading, slownessFindings),
  ],
}

function answer(reading: Reading): readonly Sentence[] {
  const { document, amounts, ceiling } = reading
  if (document.throttling === null) return []
  const { pays, gain, harm, route } = document.throttling
  if (!pays) {
    const limit = ceiling === null ? '' : `, to ${amounts.time(ceiling)} at the most,`
    return [
      sentence(`No: slowing models down${limit} would not lower the provider’s cost.`, 'throttling.pays'),
    ]
  }
  const how = slowedModels(reading).map(({ name, from, to }) => {
    return `${reading.modelNamed(name)} from ${amounts.time(from)} to ${amounts.time(to)}`
  })
  const announced =
    route === null || route === undefined ? '' : `, and announcing ${routeWords(reading, route)}`
  const means = how.length === 0 ? '' : `, by slowing ${listed(how)}${announced}`
  const effect = `${amounts.cost(gain)} a task`
  const first = slows(reading)
    ? `Yes, and the provider does it: it saves ${effect}${means}.`
    : `Yes: it would save the provider ${effect}${means}.`
  return [
    sentence(first, 'throttling.pays', 'throttling.gain', 'throttling.latencies', 'throttling.route'),
    sentence(harmWords(reading, harm), 'throttling.harm'),
  ]
}

/** Which models it is of use to slow down by themselves. */
function single({ document, amounts, modelNamed }: Reading): readonly Sentence[] {
  const alone = document.throttling?.alone ?? []
  if (alone.length === 0) {
    return document.throttling?.alone === undefined
      ? []
      : [sentence('No single model is enough: slowing one of them alone saves nothing.', 'throttling.alone')]
  }
  const [enough, others] = [alone.filter((one) => one.enough), alone.filter((one) => !one.enough)]
  const to = (one: (typeof alone)[number]): string =>
    `${modelNamed(one.model)} to ${amounts.time(one.latency)}`
  return [
    enough.length === 0
      ? sentence('Slowing a single model does not save all of it.', 'throttling.alone')
      : sentence(
          `One model is enough: slowing ${either(enough.map(to))} saves all of it.`,
          'throttling.alone',
        ),
    ...others.map((one) =>
      sentence(`Slowing only ${to(one)} would save ${amounts.cost(one.gain)}.`, 'throttling.alone'),
    ),
  ]
}

function either(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`
}

/** What a search has left open. */
function closeness({ document, amounts }: Reading): readonly Sentence[] {
  const search = document.throttling?.search
  if (search === undefined) return []
  const { lower, upper, tolerance } = search
  const open =
    upper - lower <= tolerance * Math.abs(upper)
      ? `within ${String(tolerance)} of it`
      : `between ${amounts.cost(lower)} and ${amounts.cost(upper)}`
  return [
    sentence(
      `The least cost with slowing was found by search over routes and latencies together, ${open}.`,
      'throttling.search',
    ),
  ]
}

function harmWords({ amounts }: Reading, harm: number): string {
  if (harm === 0) return 'Users lose nothing by it.'
  return harm > 0
    ? `Users lose ${amounts.utility(harm)} a task by it.`
    : `Users gain ${amounts.utility(-harm)} a task by it, since the route changes with it.`
}

function range({ document, amounts, penalty }: Reading): readonly Sentence[] {
  if (document.throttling === null) return []
  const { startsAt, endsAt, pays, search } = document.throttling
  if (startsAt === null && search?.ended !== undefined)
    return [sentence('No churn penalty was found at which it would.', 'throttling.startsAt')]
  if (startsAt === null)
    return [sentence('It would not at any other churn penalty either.', 'throttling.startsAt')]
  const from = startsAt === 0 ? '' : `from ${amounts.cost(startsAt)} `
  const to = endsAt === null ? 'upwards' : `up to ${amounts.cost(endsAt)}`
  const where =
    startsAt === 0 && endsAt === null ? 'at every churn penalty' : `at churn penalties ${from}${to}`
  const now = pays ? '' : `; now it is ${amounts.cost(penalty)}`
  return [sentence(`It pays ${where}${now}.`, 'throttling.startsAt', 'throttling.endsAt')]
}
