import type { Figure } from '../../model.ts'
import { drawFigure } from './draw-figure.ts'
import { escaped } from './escape.ts'
import { palette } from './palette.ts'

const margin = 16
const titleRoom = 34
const textFont = 'DejaVu Sans, Verdana, sans-serif'

/** A figure's pictures, one above the other, as one SVG file on white ground that needs no style of a page. */
export function renderPicture(figure: Figure): string {
  const { title } = figure
  const pictures = drawFigure(figure, 'wide')
  let top = margin + titleRoom
  let width = 0
  const placed = pictures.map((svg) => {
    const [across, down] = sizeOf(svg)
    const part = svg.replace('<svg', `<svg x="${String(margin)}" y="${String(top)}"`)
    top += down + margin
    width = Math.max(width, across)
    return part
  })
  const { ground, text } = palette.light
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width + 2 * margin)}" height="${String(top)}" viewBox="0 0 ${String(width + 2 * margin)} ${String(top)}" font-family="${textFont}" color="${text}">
<style>.halo { paint-order: stroke; stroke: ${ground}; stroke-width: 4px; stroke-linejoin: round; }</style>
<rect width="100%" height="100%" fill="${ground}"/>
<text x="${String(margin)}" y="${String(margin + 16)}" font-size="17" font-weight="600" fill="${text}">${escaped(title)}</text>
${placed.join('\n')}
</svg>
`
  return whole.replace(/var\(--([a-z0-9-]+)\)/g, (all, name: string) => {
    const colours: Readonly<Record<string, string>> = palette.light
    return Object.hasOwn(colours, name) ? (colours[name] ?? all) : all
  })
}

function sizeOf(svg: string): readonly [number, number] {
  const [, width = '0'] = /^<svg[^>]* width="([0-9.]+)"/.exec(svg) ?? []
  const [, height = '0'] = /^<svg[^>]* height="([0-9.]+)"/.exec(svg) ?? []
  return [Number(width), Number(height)]
}
