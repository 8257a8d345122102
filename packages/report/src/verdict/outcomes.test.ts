import { describe, expect, it } from 'vitest'
import { played } from '../testing/games.ts'
import type { Sample, SampleModel } from '../testing/instances.ts'
import { impatient, patient, rising } from '../testing/named-games.ts'
import { verdict } from './verdict.ts'

function told(sample: Sample): string {
  return verdict(...played(sample)).replaceAll('\u00a0', ' ')
}

/** The game with some fields of its models changed, in their order. */
function changed(sample: Sample, ...fields: readonly Partial<SampleModel>[]): Sample {
  return { ...sample, models: sample.models.map((model, index) => ({ ...model, ...fields[index] })) }
}

const outcomes = (
  [
    [
      'a cascade at the most that users bear',
      impatient,
      'starts every task at gpt and passes 9.83% of its failures on to o3. The user keeps retrying',
      'with any more they would begin to leave',
      'costs the provider 0.1138 USD a task, all of it for attempts',
      'below 0.1276 USD (36.2% less than now), the provider would start every task at o3',
    ],
    [
      'escalation as a churn device',
      { ...impatient, penalty: '0.05' },
      'starts every task at gpt and announces that the first retry goes to o3. The user leaves after the first',
      'The announcement is meant to make them leave: they would keep retrying gpt',
      'above 0.06739 USD (34.8% more than now), the provider would start every task at o3, and the user would still leave',
    ],
    ['a cascade at the least that keeps', rising, 'on to large', 'with any less they would leave'],
    [
      'a start that is not promised enough',
      { ...rising, penalty: '5' },
      'they are not promised enough large to stay',
    ],
    [
      'a penalty that is the flip itself',
      { ...rising, penalty: '55/6' },
      'the very point at which the choice changes: with any more, the provider would start every task at small ' +
        'and pass 16.7% of its failures on to large, and the user would keep retrying',
      'It is a tie: small, then large (16.7%) (where the user stays) would cost the provider exactly as much.',
    ],
    ['a penalty of 0', { ...rising, penalty: '0' }, 'above 9.167 units of cost'],
    [
      'throttling that would pay',
      patient,
      'would save the provider 0.5 units of cost a task and cost users 0.5 units of utility',
      'No churn penalty, however low or high, would change this choice.',
    ],
    [
      'throttling that is used',
      { ...patient, throttle: '9' },
      'It slows down m2 from 0.25 units of time to 1.5 units of time an attempt on purpose',
    ],
    [
      'a user who picks for herself',
      { ...patient, form: 'choice' },
      'The menu leaves the choice to users: the user picks m2.',
    ],
    [
      'a tie of the user who picks',
      { ...changed(patient, { c: '2' }, { t: '3/4' }), form: 'choice' },
      'It is a tie for the user, to whom m2 (where the user stays) would be exactly as good.',
    ],
    [
      'a user whom no route keeps',
      { ...patient, value: '1/5', penalty: '8' },
      'No model on the menu is worth the wait to them',
      'no route on the menu is worth starting',
    ],
    [
      'a first attempt that never fails',
      changed(patient, { p: '1' }, { p: '1' }),
      'The first attempt always solves the task',
    ],
    ['both sides at one', changed(patient, { c: '2' }), 'Both sides want the same', 'It is a tie: m1 only'],
    [
      'attempts for nothing',
      changed(patient, { c: '0' }, { c: '0' }),
      'That costs the provider 0 units of cost a task. ',
    ],
    [
      'attempts that earn',
      { ...changed(patient, { f: '3' }, { f: '4' }), value: '20' },
      'That earns the provider 4 units of cost a task, all of it from attempts.',
    ],
    ['a limit that no announcement reaches', { ...rising, ties: 'weak' }, 'No announcement quite'],
    [
      'a longer menu of single models',
      {
        models: [
          { p: '1/2', t: '1', c: '1' },
          { p: '3/4', t: '2', c: '3' },
          { p: '1/3', t: '3', c: '1' },
        ],
        value: '2',
        penalty: '2',
        form: 'static',
      },
      'with any more, the provider would start every task at m1, and the user would keep retrying until the task ' +
        'is solved; with any less, it would start every task at m1, and the user would leave',
    ],
    [
      'a user who drops out now and then',
      {
        models: [
          { p: '1/2', t: '1/10', c: '10' },
          { p: '1/50', t: '23/1000', c: '1/50' },
        ],
        value: '1',
        penalty: '19',
      },
      'passes 29.3% of its retried failures on to m2. The user leaves after 2.62% of failed attempts',
    ],
  ] satisfies readonly (readonly [string, Sample, ...string[]])[]
).map(([what, sample, ...claims]) => ({ what, sample, claims }))

describe('the verdict', () => {
  it('is one paragraph: route, users, cost, who loses, what would change it', () => {
    expect(told({ ...impatient, penalty: '0.11' })).toBe(
      'At a churn penalty of 0.11 USD, the provider starts every task at o3. The user leaves after the first ' +
        'failed attempt, so 59.1% of tasks stay unsolved. An attempt with o3 is not worth the wait to them; started ' +
        'at gpt they would stay, which would cost the provider more. That costs the provider 0.1034 USD a task: ' +
        '0.03841 USD for attempts, and 0.06502 USD for the 59.1% of tasks that are given up. The user would rather ' +
        'have every task start at gpt and stay there: that would be worth 66.08 s more to them, per task, than ' +
        'this. Giving them that would cost the provider 0.01824 USD more a task. As it is, a task costs the user ' +
        '23.03 s more than it is worth to them. The number that would change this is the churn penalty: above ' +
        '0.1276 USD (16% more than now), the provider would start every task at gpt and pass 9.83% of its failures ' +
        'on to o3, and the user would keep retrying until the task is solved.',
    )
  })

  it.each(outcomes)('tells of $what', ({ sample, claims }) => {
    const text = told(sample)
    for (const claim of claims) expect(text).toContain(claim)
  })
})
