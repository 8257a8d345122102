import { listed } from '../formatting/label.ts'
import type { Block, Row, Sentence } from '../model.ts'
import { inputFlipsSeen, type SeenInputFlip } from '../reading/input-flips.ts'
import { routeWords } from '../reading/phrases.ts'
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
                  { text: input.name },
                  { text: written(input.value, each), value: input.value },
                  { text: written(flip.at, each), value: flip.at },
                  {
                    text: distanceWords(each, amounts)
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

/** What comes on the far side: the new route and answer, the gap, slowing down. */
export function changeWords(reading: Reading, { flip, before, beyond }: SeenInputFlip): string {
  const { changes } = flip
  const parts: string[] = []
  if (changes.includes('route') && beyond.route !== null) {
    parts.push(
      beyond.id?.includes('(s') === true
        ? cascadeWords(reading, beyond.route)
        : routeWords(reading, beyond.route),
    )
  }
  if (changes.includes('behaviour')) parts.push(replyWords(Object.entries(beyond.replies), before.replies))
  if (changes.includes('gap')) parts.push(beyond.gap ? 'a gap opens' : 'the gap closes')
  if (changes.includes('throttling')) {
    parts.push(beyond.throttling === true ? 'slowing down pays' : 'slowing down no longer pays')
  }
  return parts.join('; ')
}

/** At the threshold itself the escalation may be nothing, or all: what counts is that it cascades. */
function cascadeWords(reading: Reading, route: NonNullable<SeenInputFlip['beyond']['route']>): string {
  const names = reading.menu.filter((name) => name !== route.start).map(reading.modelNamed)
  return `${reading.modelNamed(route.start)}, then some ${listed(names)}`
}

function replyWords(
  after: readonly (readonly [string, string])[],
  before: Readonly<Record<string, string>>,
): string {
  const changed = after.filter(([name, reply]) => before[name] !== reply)
  if (after.length === 1) return `the user ${changed[0]?.[1] ?? ''}`
  return changed.map(([name, reply]) => `${name} ${reply}`).join(', ')
}

function remarks({ document }: Reading): readonly Sentence[] {
  const { inputs = [], skipped = [] } = document.flips ?? {}
  const firm = inputs.filter(({ method, flips }) => method === 'exact' && flips.length === 0)
  const scanned = inputs.filter(({ method }) => method === 'scan')
  const names = (all: readonly { readonly name: string }[]): string => listed(all.map(({ name }) => name))
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
      : [sentence(`Not looked at, because each look takes long: ${listed(skipped)}.`, 'flips.skipped')]
  return [...never, ...roughly, ...left]
}
