import type { SimulatedQuantity, SimulationDocument } from '@plumbline/solver'
import { decimal } from '../formatting/decimal.ts'
import { listed } from '../formatting/label.ts'
import type { Row, Sentence } from '../model.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence } from '../verdict/sentence.ts'
import { numbers, paragraph, words, type SectionDefinition } from './section.ts'

/** The solved game, played task by task, beside what the solution says. */
export const checkSection: SectionDefinition = {
  id: 'check',
  title: 'Check: the game, played',
  blocks: ({ simulation }: Reading) =>
    simulation === null
      ? []
      : [
          ...paragraph([verdict(simulation)], simulation.agrees ? {} : { tone: 'alarm' }),
          {
            kind: 'table',
            id: 'simulated',
            caption: 'Averages over the tasks that were played',
            columns: [
              words('quantity'),
              numbers('solved'),
              numbers('played'),
              numbers('95% interval'),
              words('agrees'),
            ],
            rows: simulation.quantities.map(rowOf),
          },
        ],
}

function verdict({ tasks, seed, quantities, agrees, cutOff }: SimulationDocument): Sentence {
  const off = quantities.filter((each) => each.agrees === false).map(({ name }) => name)
  const played = `${tasks.toLocaleString('en')} tasks were played attempt by attempt (seed ${String(seed)})`
  const cut =
    cutOff === 0 ? '' : ` ${cutOff.toLocaleString('en')} of them went on for 100,000 attempts and were ended.`
  return sentence(
    agrees
      ? `${played}: what came of them agrees with the solution as nearly as chance allows.${cut}`
      : `${played}, and ${listed(off)} ${off.length === 1 ? 'is' : 'are'} further from the solution than chance allows.${cut}`,
    'simulation',
  )
}

function rowOf({ name, unit, solved, simulated, interval, agrees }: SimulatedQuantity): Row {
  const shown = (value: number): string => `${decimal(value, 5)}${unit === null ? '' : `\u00a0${unit}`}`
  const cell = (value: number | null): Row['cells'][number] =>
    value === null ? { text: '–' } : { text: shown(value), value }
  return {
    cells: [
      { text: name },
      cell(solved),
      cell(simulated),
      { text: interval === null ? '–' : `${decimal(interval[0], 5)} to ${shown(interval[1])}` },
      { text: agrees === null ? '–' : agrees ? 'yes' : 'no' },
    ],
  }
}
