import {
  always,
  defineField,
  defineMenu,
  otherwise,
  withProbability,
  type ChainState,
  type MenuModel,
} from '@plumbline/compiler'

/** `coin: 0 .. 50%`: limits of the probability that the provider announces. */
const coinField = defineField({
  name: 'coin',
  value: { kind: 'range', role: 'plain' },
  required: false,
  default: '0 .. 1',
  range: 'a number from 0 to 1, which fixes it, or a range within 0 .. 1',
  doc: 'the probability that a failed attempt is followed by one with the better model, while the cap allows it',
  example: '0 .. 50%',
})

/**
 * The first attempt is on probation, with the first model. At each failure and re-prompt a coin decides who makes the
 * next attempt: the better model (an escalation) or the first one. A task is escalated at most `cap` times; from then on
 * the first model makes all attempts.
 *
 * States, by how often the task has been escalated, `k`: an attempt with the first model after `k` escalations, and the
 * attempt that is the `k`-th escalation. The coin is one variable of the provider's, whatever the state.
 */
export const probationMenu = defineMenu({
  name: 'probation',
  doc: 'the first attempt is by the first model, and at each failure a coin decides between it and the better one, which is used at most so many times a task',
  example: 'menu tiers = probation(standard, reasoning, cap: 2)',
  parameters: [
    { name: 'first', is: 'model', doc: 'the model on probation, which makes the first attempt' },
    { name: 'better', is: 'model', doc: 'the model that a task is escalated to' },
    {
      name: 'cap',
      is: 'whole',
      least: 1,
      most: 20,
      named: true,
      doc: 'how often a task is escalated at most',
    },
  ],
  fields: [coinField],
  chain: ({ first, better, cap }, { coin }) => {
    const counts = Array.from({ length: cap }, (_, index) => index + 1)
    const states: readonly ChainState[] = [
      stateOf(first, 0),
      ...counts.flatMap((count) => [stateOf(better, count), stateOf(first, count)]),
    ]
    // After `count` escalations: with the first model, and with the better one (from 1 on).
    const atFirst = (count: number): number => 2 * count
    const atBetter = (count: number): number => 2 * count - 1
    const rowAfter = (count: number) =>
      count === cap
        ? [always(atFirst(cap))]
        : [withProbability(atBetter(count + 1), 0), otherwise(atFirst(count), [0])]
    return {
      states,
      starts: [0],
      chooser: 'provider',
      variables: [{ name: 'coin', state: 0, ...coin }],
      transitions: [rowAfter(0), ...counts.flatMap((count) => [rowAfter(count), rowAfter(count)])],
    }
  },
})

function stateOf({ index, name }: MenuModel, count: number): ChainState {
  const after = count === 1 ? 'after 1 escalation' : `after ${count} escalations`
  return { name: count === 0 ? name : `${name}, ${after}`, model: index }
}
