import { tornadoFigure } from '../figures/tornado.ts'
import { penaltyFigure } from '../figures/penalty.ts'
import type { Block, Row } from '../model.ts'
import { flipsSeen } from '../reading/flips.ts'
import { replyWord, routeWords } from '../reading/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { unansweredSentences } from '../reading/unanswered.ts'
import { distanceWords } from '../verdict/flip.ts'
import { sentence } from '../verdict/sentence.ts'
import { elasticityBlocks } from './elasticities.ts'
import { inputFlipBlocks } from './input-flips.ts'
import { numbers, paragraph, words, type SectionDefinition } from './section.ts'

/** The values at which the answer flips, nearest first. */
export const changesSection: SectionDefinition = {
  id: 'changes',
  title: 'What would change the answer',
  blocks: (reading) => [
    ...paragraph(unansweredSentences(reading, 'flips'), { brief: true }),
    ...(reading.pictured ? tornadoFigure(reading) : []),
    ...inputFlipBlocks(reading),
    ...flips(reading),
    ...paragraph(unansweredSentences(reading, 'sensitivities'), { brief: true }),
    ...elasticityBlocks(reading),
    ...(reading.pictured ? penaltyFigure(reading) : []),
  ],
}

function flips(reading: Reading): readonly Block[] {
  const { amounts } = reading
  const seen = flipsSeen(reading)
  if (seen === null) return []
  if (seen.length === 0) {
    return paragraph([
      sentence('The churn penalty alone never changes the choice, whatever it is.', 'flips.penalty'),
    ])
  }
  return [
    {
      kind: 'table',
      id: 'flips',
      caption: 'Churn penalties at which the choice changes, nearest first',
      columns: [numbers('churn penalty'), words('from here'), words('below it'), words('above it')],
      rows: seen.map((each): Row => {
        const { at, below, above } = each.flip
        const side = ({ route, abandonment }: typeof below): string =>
          `${routeWords(reading, route)}: the user ${replyWord(abandonment)}`
        return {
          cells: [
            { text: amounts.cell.cost(at), value: at },
            { text: distanceWords(each, amounts) },
            { text: side(below) },
            { text: side(above) },
          ],
        }
      }),
    },
  ]
}
