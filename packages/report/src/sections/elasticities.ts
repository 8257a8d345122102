import type { InputSensitivities, Sensitivity } from '@plumbline/game'
import { percent } from '../formatting/amounts.ts'
import { noNumber } from '../formatting/decimal.ts'
import type { Block, Cell, Row, Sentence } from '../model.ts'
import { inputTitle, someOf } from '../reading/input-title.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence } from '../verdict/sentence.ts'
import { numbers, paragraph, words } from './section.ts'

/** What one percent more of each number does to the provider's cost and to the users, largest first. */
export function elasticityBlocks(reading: Reading): readonly Block[] {
  const { document } = reading
  const inputs = document.sensitivities?.inputs
  if (inputs === undefined) return []
  const cost = `${document.provider.name}.cost`
  const columns = [
    { title: 'cost of a task', quantity: cost },
    ...document.users.map((user) => ({
      title: `worth to ${reading.userNamed(user)}`,
      quantity: `${user.name}.utility`,
    })),
    ...(document.misalignment.gap === 0 ? [] : [{ title: 'gap', quantity: 'users.gap' }]),
  ].slice(0, mostColumns)
  const moving = inputs.filter(({ of }) => of.length > 0)
  const size = ({ of }: InputSensitivities): number =>
    Math.max(...columns.map(({ quantity }) => Math.abs(found(of, quantity)?.elasticity ?? 0)))
  const table: readonly Block[] =
    moving.length === 0
      ? []
      : [
          {
            kind: 'table',
            id: 'elasticities',
            caption: 'What 1% more of a number does, the route and the answers moving along',
            brief: true,
            columns: [words('1% more of'), ...columns.map(({ title }) => numbers(title))],
            rows: moving
              .toSorted((one, other) => size(other) - size(one))
              .map((input): Row => ({
                cells: [
                  { text: inputTitle(input.name) },
                  ...columns.map(({ quantity }) => cellOf(input, quantity)),
                ],
              })),
          },
        ]
  return [...table, ...paragraph(remarks(inputs), { brief: true })]
}

/** What fits beside the name in a terminal. */
const mostColumns = 4

function found(of: readonly Sensitivity[], quantity: string): Sensitivity | undefined {
  return of.find((each) => each.quantity === quantity)
}

/** In percent of what it is; up is more, also of what is below 0. */
function cellOf({ of, value }: InputSensitivities, quantity: string): Cell {
  const sensitivity = found(of, quantity)
  if (sensitivity === undefined) return { text: '0%', value: 0 }
  const { elasticity, derivative, left, right } = sensitivity
  if (derivative === null) return { text: left === null || right === null ? 'jumps' : 'a kink' }
  if (elasticity === null) return { text: noNumber }
  const change = derivative * value < 0 ? -Math.abs(elasticity) : Math.abs(elasticity)
  return { text: `${change < 0 ? '−' : '+'}${percent(Math.abs(change) / 100, 3)}`, value: change }
}

function remarks(inputs: readonly InputSensitivities[]): readonly Sentence[] {
  const kinked = inputs.some(({ of }) => of.some(({ derivative }) => derivative === null))
  const unknown = new Map<string, string[]>()
  for (const { name, reason } of inputs)
    if (reason !== undefined) unknown.set(reason, [...(unknown.get(reason) ?? []), inputTitle(name)])
  return [
    ...(kinked
      ? [
          sentence(
            'Where it says a kink or jumps, the answer is on the very point of changing: more and less do not do the same.',
            'sensitivities.inputs',
          ),
        ]
      : []),
    ...[...unknown].map(([reason, names]) => {
      const which = names.length === inputs.length ? 'any number' : someOf(names)
      return sentence(`What 1% more of ${which} does is not known: ${reason}.`, 'sensitivities.inputs')
    }),
  ]
}
