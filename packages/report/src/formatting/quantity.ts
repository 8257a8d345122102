import { formatQuantity, type Dimension, type GameInstance } from '@plumbline/game'

/** An amount in the units of a game, of any dimension; what waiting costs by the hour, as people say it. */
export function quantityText(
  value: number,
  dimension: Dimension,
  units: GameInstance['units'],
  digits = 4,
): string {
  const { money = 0, time = 0, tokens = 0 } = dimension
  if (money === 1 && time === -1 && tokens === 0 && units.cost !== null) {
    return `${thousandsApart(formatQuantity(value * 3600, { money: 1 }, units, digits))}/h`
  }
  return thousandsApart(formatQuantity(value, dimension, units, digits))
}

/** `4000000 USD` as `4,000,000 USD`. */
export function thousandsApart(text: string): string {
  return text.replace(/^-?\d{5,}(?![\de])/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','))
}
