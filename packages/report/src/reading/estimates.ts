import { evaluate, floatGame } from '@plumbline/game'
import { decimal } from '../formatting/decimal.ts'
import type { Reading } from './reading.ts'

export const unused = { evaluate, floatGame, decimal } satisfies object
export type { Reading }
