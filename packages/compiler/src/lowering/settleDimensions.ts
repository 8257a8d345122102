import type { Dimension } from '@plumbline/game'
import { describeDimension } from '../dimensions/describeDimension.ts'
import {
  isPlain,
  money,
  overDimension,
  plain,
  sameDimension,
  time,
  timesDimension,
} from '../dimensions/dimension.ts'
import { reportWrongDimension } from '../expressions/reportWrongDimension.ts'
import { placeAt } from '../expressions/site.ts'
import type { Role } from '../vocabulary/define.ts'
import type { FieldNumber } from './elaborateFields.ts'

/** What the numbers of a game are in; null where nothing in order says so. */
export interface GameDimensions {
  readonly cost: Dimension | null
  readonly time: Dimension | null
  /** What the first user's value is in. */
  readonly utility: Dimension | null
}

/**
 * Settles what costs, latencies and values are in. Costs are money and latencies are times, unless all of them are
 * plain numbers.
 */
export function settleDimensions(numbers: readonly FieldNumber[]): GameDimensions {
  const latency = settle(numbers, 'time', time)
  return { cost: settle(numbers, 'cost', money), time: latency, utility: settleUtility(numbers, latency) }
}

/**
 * What the first user's value is in; but where that is a plain number and her patience goes with money or with a
 * time, it is the value that lacks its unit.
 */
function settleUtility(numbers: readonly FieldNumber[], latency: Dimension | null): Dimension | null {
  const value = witnessOf(numbers, 'utility', null)
  const utility = value?.typed?.dimension ?? null
  if (utility === null || latency === null || !isPlain(utility)) return utility
  const patience = numbers.find(({ owner, role }) => owner === value?.owner && role === 'utility/time')
  if (!patience?.typed) return utility
  const implied = timesDimension(patience.typed.dimension, latency)
  return mayBeUtility(implied) ? implied : utility
}

/**
 * What asserts may rely on: where a value is a plain number, latencies are times and no patience says how the two
 * compare, the value may just lack its unit, and nothing is said of what utilities are compared with.
 */
export function withoutDoubt(numbers: readonly FieldNumber[], settled: GameDimensions): GameDimensions {
  const { utility, time: latency } = settled
  if (utility === null || latency === null || !isPlain(utility) || isPlain(latency)) return settled
  const owners = new Set(
    numbers.filter(({ definition }) => definition.name === 'value').map(({ owner }) => owner),
  )
  const patient = numbers.filter(({ role }) => role === 'utility/time').map(({ owner }) => owner)
  return new Set(patient).size === owners.size ? settled : { ...settled, utility: null }
}

function settle(numbers: readonly FieldNumber[], role: Role, usual: Dimension): Dimension | null {
  const given = numbers.filter((number) => number.role === role && number.typed !== null)
  if (given.length === 0) return null
  if (given.some(({ typed }) => typed !== null && sameDimension(typed.dimension, usual))) return usual
  return given.some(({ typed }) => typed !== null && isPlain(typed.dimension)) ? plain : usual
}

/** The first field that settles a role. */
function witnessOf(
  numbers: readonly FieldNumber[],
  role: 'cost' | 'time' | 'utility',
  settled: Dimension | null,
): FieldNumber | null {
  const settles = ({ definition, role: other, typed }: FieldNumber): boolean => {
    if (other !== role || typed === null) return false
    if (role !== 'utility') return settled !== null && sameDimension(typed.dimension, settled)
    return definition.name === 'value' && mayBeUtility(typed.dimension)
  }
  return numbers.find(settles) ?? null
}

function mayBeUtility(dimension: Dimension): boolean {
  return [money, time, plain].some((usual) => sameDimension(usual, dimension))
}

/** Checks that every field's number is in what its role asks for; a number that is not is reported and dropped. */
export function checkDimensions(
  numbers: readonly FieldNumber[],
  settled: GameDimensions,
): readonly FieldNumber[] {
  return numbers.map((number) => {
    const { typed } = number
    if (typed === null) return number
    const wanted = wantedOf(number, settled)
    if (wanted === null || sameDimension(typed.dimension, wanted)) return number
    reportField(numbers, number, wanted, settled)
    return { ...number, typed: null }
  })
}

/** The dimension that a field's number must have, null where anything will do. */
function wantedOf({ role, typed, definition }: FieldNumber, settled: GameDimensions): Dimension | null {
  if (role !== 'utility' || settled.utility !== null) return dimensionOfRole(role, settled)
  // No value is in order: one that never can be is wrong, and prices are left alone.
  return definition.name !== 'value' || typed === null || mayBeUtility(typed.dimension) ? null : money
}

/** The dimension of a role in a game, null where nothing settles it. */
export function dimensionOfRole(
  role: Role,
  { cost, time: latency, utility }: GameDimensions,
): Dimension | null {
  switch (role) {
    case 'plain':
      return plain
    case 'cost':
      return cost
    case 'time':
      return latency
    case 'utility':
      return utility
    case 'utility/time':
      return utility === null || latency === null ? null : overDimension(utility, latency)
    case '1/utility':
      return utility === null ? null : overDimension(plain, utility)
  }
}

function reportField(
  numbers: readonly FieldNumber[],
  { definition, role, owner, typed, site }: FieldNumber,
  wanted: Dimension,
  settled: GameDimensions,
): void {
  if (typed === null) return
  const { name, doc, example } = definition
  const kind = owner.declared.kind.name
  const usual = role === 'cost' ? money : role === 'time' ? time : null
  const unusual = (usual !== null && !sameDimension(usual, wanted)) || role.includes('utility')
  const forExample = unusual ? '' : `, for example '${example}'`
  const witnesses = (role === 'utility/time' ? (['utility', 'time'] as const) : [roleOf(role)]).flatMap(
    (settling) => {
      const found =
        settling === null
          ? null
          : witnessOf(numbers, settling, settling === 'utility' ? null : settled[settling])
      return !found?.typed || found.typed === typed || !unusual ? [] : [found]
    },
  )
  // A value without its unit is found by the patience that goes with one.
  const patience = numbers.filter(
    (other) => name === 'value' && other.owner === owner && other.role === 'utility/time' && other.typed,
  )
  reportWrongDimension(name, wanted, typed, site, {
    notes: [`a ${kind}'s ${name} is ${doc}${forExample}`],
    secondary: [...witnesses, ...patience].flatMap((witness) =>
      witness.typed === null
        ? []
        : [
            {
              ...placeAt(witness.site, witness.typed.node),
              text: `${witness.definition.name} is ${describeDimension(witness.typed.dimension)} here`,
            },
          ],
    ),
  })
}

function roleOf(role: Role): 'cost' | 'time' | 'utility' | null {
  switch (role) {
    case 'cost':
    case 'time':
    case 'utility':
      return role
    case '1/utility':
      return 'utility'
    case 'plain':
    case 'utility/time':
      return null
  }
}
