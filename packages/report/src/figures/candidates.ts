import type { Figure } from '../model.ts'
import { routeName } from '../reading/phrases.ts'
import { slows, type Reading } from '../reading/reading.ts'
import type { Point } from './drawing.ts'
import { escalationCurve, routePlane } from './route-plane.ts'

/** Every route by what it costs the provider and what it is worth to the user: who gains what by which. */
export function candidatesFigure(reading: Reading): readonly Figure[] {
  const { document, amounts, candidates } = reading
  const [user] = document.users
  if (
    user === undefined ||
    document.users.length > 1 ||
    document.concept === 'user-choice' ||
    document.concept === 'nash' ||
    slows(reading)
  )
    return []
  const points = pointsOf(reading)
  if (points.length < 2) return []
  const lines = escalationCurve(reading)
  const description =
    `Each route by its cost to the provider and its worth to the user: ` +
    candidates
      .map(
        (each) =>
          `${each.key}, ${routeName(reading, each)}, costs ${amounts.cost(each.cost)} and is worth ${amounts.utility(each.utility)}`,
      )
      .join('; ') +
    '.'
  return [
    {
      kind: 'figure',
      id: 'frontier',
      title: 'What each route gives to whom',
      description,
      caption:
        'To the left is cheaper for the provider, upwards is better for the user. The thin line runs through all ' +
        'escalations from 0 to 1. A route above and to the left of another would be better for both sides.',
      drawings: [routePlane(reading, { description, lines, points })],
      table: null,
    },
  ]
}

function pointsOf(reading: Reading): readonly Point[] {
  const { candidates, document } = reading
  const best = document.users[0]?.best.utility
  const groups = new Map<string, { readonly keys: string[]; readonly point: Point }>()
  for (const each of candidates) {
    const place = `${each.cost} ${each.utility}`
    const known = groups.get(place)
    if (known !== undefined) {
      known.keys.push(each.key)
      continue
    }
    const wanted =
      each.utility === best && each.cost - document.provider.cost <= document.provider.regret * (1 + 1e-9)
    const role = each.chosen ? 'chosen' : wanted ? 'wanted' : 'other'
    groups.set(place, {
      keys: [each.key],
      point: { x: each.cost, y: each.utility, label: routeName(reading, each), role },
    })
  }
  const suffix = { chosen: ' (announced)', wanted: ' (users’ choice)', other: '' } as const
  return [...groups.values()].map(({ keys, point }) => ({
    ...point,
    label:
      keys.length > 1
        ? `${keys.join(', ')}${suffix[point.role]}`
        : `${keys.join('')}. ${point.label}${suffix[point.role]}`,
  }))
}
