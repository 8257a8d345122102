import { signedNumber, type Both, type ExactType, type TwoModelPopulation } from './people.ts'

/**
 * The same population with types of another mind in place of those to whom both models are worth exactly nothing. Such a
 * type is indifferent to everything, and so does what is best for the provider, or worst where ties break against it:
 * what one does whose net values are the provider's own, `-η` (or `η`).
 */
export function withoutIndifference<N>({ menu, people }: TwoModelPopulation<N>): TwoModelPopulation<N> {
  const [first, second] = people.worth
  const isIndifferent = (index: number): boolean => first[index] === 0 && second[index] === 0
  if (!first.some((_, index) => isIndifferent(index))) return { menu, people }
  const { arithmetic: ar, success, serving, penalty, ties } = menu
  const own = (model: 0 | 1): N => {
    const cost = ar.sub(serving[model], ar.mul(penalty, success[model]))
    return ties === 'strong' ? ar.neg(cost) : cost
  }
  const worth: Both<N> = [own(0), own(1)]
  const inDoubles = worth.map((value) => signedNumber(ar, value))
  const replaced = (model: 0 | 1): Float64Array =>
    people.worth[model].map((value, index) => (isIndifferent(index) ? (inDoubles[model] ?? 0) : value))
  const exactType = (index: number): ExactType<N> => {
    const type = people.exactType(index)
    return isIndifferent(index) ? { ...type, worth } : type
  }
  return { menu, people: { ...people, worth: [replaced(0), replaced(1)], exactType } }
}
