import type { Figure } from '../../model.ts'
import { drawBars } from './draw-bars.ts'
import { drawMap } from './draw-map.ts'
import { drawPicture } from './draw.ts'
import type { Size } from './frame.ts'

/** The pictures of a figure as SVG, for a wide or a narrow window, in the order in which they stand one above the other. */
export function drawFigure({ drawings }: Figure, size: Size): readonly string[] {
  const stack = drawings.flatMap((drawing) => ('kind' in drawing ? [] : [drawing]))
  return drawings.map((drawing) => {
    if (!('kind' in drawing)) return drawPicture(drawing, size, stack)
    return drawing.kind === 'map' ? drawMap(drawing, size) : drawBars(drawing, size)
  })
}
