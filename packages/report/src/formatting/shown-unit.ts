import { unitOf, type Dimension, type GameInstance } from '@plumbline/game'

/** A unit that people think in, and how many base units one of it is: as a fraction, and as a double. */
export interface ShownUnit {
  /** As it stands behind a number in a file; empty for plain numbers. */
  readonly unit: string
  readonly scale: string
  readonly size: number
}

/** The unit that numbers of a dimension are shown in: money for time by the hour, all else in base units. */
export function shownUnit(
  { money = 0, time = 0, tokens = 0 }: Dimension,
  units: GameInstance['units'],
): ShownUnit {
  if (money === 1 && time === -1 && tokens === 0)
    return { unit: `${units.cost ?? 'money'}/h`, scale: '1/3600', size: 1 / 3600 }
  return { unit: unitOf({ money, time, tokens }, units), scale: '1', size: 1 }
}
