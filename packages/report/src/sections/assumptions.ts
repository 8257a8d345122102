import { decimal } from '../formatting/decimal.ts'
import { sourcesTable } from '../reading/sources.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence } from '../verdict/sentence.ts'
import { paragraph, type SectionDefinition } from './section.ts'

/** What the answer takes for granted, and where each number came from. */
export const assumptionsSection: SectionDefinition = {
  id: 'assumptions',
  title: 'What the answer rests on',
  blocks: (reading) => [
    { kind: 'list', items: assumptions(reading) },
    ...paragraph([sentence(method(reading), 'certificate')]),
    sourcesTable(reading),
  ],
}

function assumptions({ document, instance, ceiling }: Reading): readonly string[] {
  const announced =
    document.concept === 'user-choice'
      ? 'Users know every model’s success, latency and price, and pick the model that is best for them.'
      : document.concept === 'nash'
        ? 'Users do not see the route: each side does what is best for it given what the other does, and both know the game.'
        : 'The provider announces its route and keeps to it; users know it, and answer in the way that is best for them.'
  const several = instance.menu.chain.states.length > 1
  const seeing = instance.users.some(({ sees }) => sees.word !== 'nothing')
  return [
    announced,
    ...(seeing
      ? [
          'Users leave when that is best for them, given what they see: the model that answered, or how often they failed.',
        ]
      : several
        ? [
            'Users do not see which model answered. After each failure they leave with one and the same probability.',
          ]
        : ['After each failure users leave with one and the same probability.']),
    ...(instance.users.some(({ rationality }) => rationality !== null)
      ? [
          'Users with a rationality are the surer to do what is best for them the more is at stake: they try again with the probability 1/(1 + e^(−λ W)), λ being their rationality and W what one more attempt is worth to them.',
        ]
      : []),
    ...attemptsAssumed(instance),
    ...(instance.users.every(({ outside }) => outside === null)
      ? ['The first attempt is always made: users cannot decline a task beforehand.']
      : ['A user with an outside option begins a task only where it is worth at least as much.']),
    'A task that is given up costs the provider the churn penalty, whenever it is given up.',
    document.concept === 'weak-stackelberg'
      ? 'Where two answers are equally good for users, they take the one that suits the provider less.'
      : 'Where two answers are equally good for users, they take the one that suits the provider.',
    ceiling === null
      ? 'Models answer as fast as they can; whether slowness would pay is asked without a limit to it.'
      : 'The provider may slow models down up to its ceiling; slowness saves it nothing by itself.',
    'Both sides go by averages: no side minds risk.',
  ]
}

function attemptsAssumed({ tasks, models }: Reading['instance']): readonly string[] {
  const serial = models.some(({ later }) => later.length > 0)
  if (tasks.length === 0 && !serial) {
    return [
      'Every attempt with a model is as good as the one before: it succeeds with the same probability, takes the same time and costs the same.',
    ]
  }
  return [
    ...(serial ? ['How well an attempt does depends on how many at the task came before it.'] : []),
    ...(tasks.length > 0
      ? [
          'Tasks are of kinds that nobody sees; given the kind, attempts are independent, and both sides know how common each kind is.',
        ]
      : []),
  ]
}

function method({ document, amounts }: Reading): string {
  const { certificate } = document
  if (certificate.method === 'branch-and-bound') {
    const { lower, upper, tolerance, ended } = certificate
    const wide =
      ended !== undefined || (tolerance !== undefined && upper - lower > 2 * tolerance * Math.abs(upper))
    return (
      (wide ? 'The search was ended before it had enclosed the least cost as closely as it should. ' : '') +
      `The provider's least cost was enclosed by a search: it lies between ${amounts.cost(certificate.lower, 10)} ` +
      `and ${amounts.cost(certificate.upper, 10)}.`
    )
  }
  if (certificate.method === 'mutual-best-response') {
    const { tolerance } = certificate
    const found = 'The equilibrium was found by a search; '
    const others = ' There may be others.'
    return tolerance === undefined
      ? `${found}that neither side can do better than in it was checked in exact arithmetic.${others}`
      : `${found}neither side could gain more than ${decimal(tolerance, 2)} of what is at stake for it by doing otherwise.${others}`
  }
  return 'The answer was decided in exact arithmetic: no rounding stands between two routes, and a tie is a tie.'
}
