import { sentence } from '../verdict/sentence.ts'
import type { FindingDefinition } from './finding.ts'

/** Cost, latency and success do not all rise along the menu. */
export const outOfTheUsualOrder: FindingDefinition = {
  id: 'unusual-order',
  title: 'An unusual order of models',
  occurs: (reading) => {
    if (reading.document.orders?.paper !== false || reading.menu.length < 2) return null
    return [
      sentence(
        'Along this menu cost, latency and success do not all rise, as the theory’s usual statements presume ' +
          '(Mahmood, arXiv 2602.09902). The answer is solved for the menu as it is.',
        'orders.paper',
      ),
    ]
  },
}
