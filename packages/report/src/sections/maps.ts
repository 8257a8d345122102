import { quoted, titleOf } from '../formatting/label.ts'
import { lineFigure } from '../map/line-figure.ts'
import { mapFigure } from '../map/map-figure.ts'
import type { SolvedSweep } from '../map/draw-sweeps.ts'
import type { Block } from '../model.ts'
import type { Reading } from '../reading/reading.ts'
import { sentence } from '../verdict/sentence.ts'
import { paragraph, type SectionDefinition } from './section.ts'

/** The sweeps that the file declares, as pictures. */
export const mapsSection: SectionDefinition = {
  id: 'maps',
  title: 'Regime maps',
  blocks: (reading) =>
    reading.pictured ? reading.sweeps.flatMap((each, index) => blocks(reading, each, index)) : [],
}

function blocks({ instance }: Reading, solved: SolvedSweep, index: number): readonly Block[] {
  const { sweep } = solved
  const names = { id: `sweep-${String(index)}`, title: titleOf(sweep) }
  switch (solved.kind) {
    case 'map':
      return [mapFigure(instance, solved.map, 'gap', names)]
    case 'line':
      return [lineFigure(instance, solved.line, names)]
    case 'none':
      return paragraph([
        sentence(
          `The sweep ${quoted(titleOf(sweep))} has no picture here, because ${solved.reason}; plumb sweep writes it as a table.`,
          'sweeps',
        ),
      ])
  }
}
