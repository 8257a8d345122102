/**
 * `@plumbline/report`: a solved game to a report. One model of what it says, several renderers; pure. The page
 * with pictures is an entry of its own, `@plumbline/report/html`, since drawing is dear to load.
 */
export type * from './model.ts'
export type * from './figures/bars.ts'
export type * from './figures/drawing.ts'
export { comparison, type Compared } from './comparison/comparison.ts'
export type { SolvedSide } from './comparison/sides.ts'
export type { MapArea, MapPicture, MapScale, Place } from './map/map-picture.ts'
export { mapFigure } from './map/map-figure.ts'
export { solveSweeps, type SolvedSweep, type SweepLimits } from './map/draw-sweeps.ts'
export type { ReadingOptions } from './reading/reading.ts'
export { lineFigure } from './map/line-figure.ts'
export { reportModel } from './reportModel.ts'
export { verdict } from './verdict/verdict.ts'
export { renderJson } from './render/json.ts'
export { renderMarkdown } from './render/markdown.ts'
export { renderText, type TextOptions } from './render/text/text.ts'
export { wrapped } from './render/text/wrap.ts'
