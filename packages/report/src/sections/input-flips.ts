import type { Block, Row, Sentence } from '../model.ts'
import { inputFlipsSeen, type SeenInputFlip } from '../reading/input-flips.ts'
import { inputTitle, someOf } from '../reading/input-title.ts'
import { changeWords } from '../reading/change-words.ts'
import type { Reading } from '../reading/reading.ts'
import { distanceWords } from '../verdict/flip.ts'
import { quantityText } from '../formatting/quantity.ts'
import { sentence } from '../verdict/sentence.ts'
import { numbers, paragraph, words } from './section.ts'

/** For every number of the game the nearest values at which an answer changes, nearest first. */
export function inputFlipBlocks(reading: Reading): readonly Block[] {
  const seen = inputFlipsSeen(reading)
  if (seen === null) return []
  const { amounts } = reading
  const written = (value: number, { input }: SeenInputFlip): string =>
    quantityText(value, input.dimension, reading.instance.units)
  const place = (each: SeenInputFlip): string => {
    const { at, bracket } = each.flip
    return each.isRough ? bracket.map((end) => written(end, each)).join(' to ') : written(at, each)
  }
  const table: readonly Block[] =
    seen.length === 0
      ? []
      : [
          {
            kind: 'table',
            id: 'input-flips',
            caption: 'Numbers that would change the answer, each alone, nearest first',
            brief: true,
            columns: [
              words('number'),
              numbers('now'),
              numbers('from'),
              words('how far'),
              words('what changes'),
            ],
            rows: seen.map((each): Row => {
              const { input, flip } = each
              return {
                cells: [
                  { text: inputTitle(input.name) },
                  { text: written(input.value, each), value: input.value },
                  { text: place(each), value: flip.at },
                  {
                    text: (each.isRough && each.side !== 'here' ? 'at least ' : '')
                      .concat(distanceWords(each, amounts))
                      .replace(/ than now$/, '')
                      .replace(/ as now$/, ''),
                  },
                  { text: changeWords(reading, each) },
                ],
              }
            }),
          },
        ]
  return [...table, ...paragraph(remarks(reading), { brief: true })]
}

function remarks({ document }: Reading): readonly Sentence[] {
  const { inputs = [], skipped = [] } = document.flips ?? {}
  const firm = inputs.filter(({ method, flips }) => method === 'exact' && flips.length === 0)
  const scanned = inputs.filter(({ method }) => method === 'scan')
  const names = (all: readonly { readonly name: string }[]): string =>
    someOf(all.map(({ name }) => inputTitle(name)))
  const never =
    firm.length === 0 ? [] : [sentence(`No value at all of ${names(firm)} changes anything.`, 'flips.inputs')]
  const roughly =
    scanned.length === 0
      ? []
      : [
          sentence(
            `For ${names(scanned)} the game was solved at some values; between two with the same answer others may hide.`,
            'flips.inputs',
          ),
        ]
  const left =
    skipped.length === 0
      ? []
      : [
          sentence(
            `Not looked at, because each look takes long: ${someOf(skipped.map(inputTitle))}.`,
            'flips.skipped',
          ),
        ]
  return [...never, ...roughly, ...left]
}
