import type { GameInstance, SolutionDocument } from '@plumbline/game'
import { titleOf, visible } from './formatting/label.ts'
import type { ReportModel } from './model.ts'
import { read, type ReadingOptions } from './reading/reading.ts'
import { sections } from './sections/sections.ts'

/**
 * What a report on a solved game says, as plain data for the renderers. Pure: the same game gives the same report.
 *
 * @param document the solution of this instance, at the instance's own params
 * @param options `fileName`: where the game was written, to be shown; what else it is to say
 * @throws TypeError where the instance's numbers are not in order: then it has no solution
 */
export function reportModel(
  instance: GameInstance,
  document: SolutionDocument,
  options: ReadingOptions & { readonly fileName?: string } = {},
): ReportModel {
  const reading = read(instance, document, options)
  return {
    schema: 'plumbline/report@1',
    title: titleOf(instance),
    about: instance.doc === null ? null : visible(instance.doc).trim(),
    fileName: options.fileName === undefined ? null : visible(options.fileName),
    sections: sections.flatMap(({ id, title, blocks }) => {
      const content = blocks(reading)
      return content.length === 0 ? [] : [{ id, title, blocks: content }]
    }),
    solution: document,
  }
}
