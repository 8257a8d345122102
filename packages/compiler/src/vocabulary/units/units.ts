import { money, time, tokens } from '../../dimensions/dimension.ts'
import type { UnitDefinition } from '../define.ts'
import { currencies } from './currencies.ts'

/** Units of time (base: the second) and of tokens, then every currency. */
export const units: readonly UnitDefinition[] = [
  { name: 'ns', dimension: time, scale: '1/1000000000' },
  { name: 'us', dimension: time, scale: '1/1000000' },
  { name: 'ms', dimension: time, scale: '1/1000' },
  { name: 's', dimension: time, scale: '1' },
  { name: 'min', dimension: time, scale: '60' },
  { name: 'h', dimension: time, scale: '3600' },
  { name: 'day', dimension: time, scale: '86400' },
  { name: 'week', dimension: time, scale: '604800' },
  { name: 'tok', dimension: tokens, scale: '1' },
  { name: 'ktok', dimension: tokens, scale: '1000' },
  { name: 'Mtok', dimension: tokens, scale: '1000000' },
  ...currencies.map((name) => ({ name, dimension: money, scale: '1' })),
]
