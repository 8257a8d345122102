import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { decimal } from '../../formatting/decimal.ts'
import type { MapArea, MapPicture, MapScale } from '../../map/map-picture.ts'
import { escaped } from './escape.ts'
import { fontSize, lineHeight, textWidth, type Size } from './frame.ts'
import { boxOf, fitted, overlaps, squeezed, type Box } from './place.ts'
import { assembled, px, textSvg, tint, withUnit } from './svg.ts'

type Place = readonly [number, number]

/** Where a map is in its picture, in pixels. */
interface Plane {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

const swatch = 11

/** A regime map as an SVG picture for a wide or a narrow window: regions, the lines between them, and a key below. */
export function drawMap(map: MapPicture, size: Size): string {
  const key = keyOf(map, size)
  const plane = planeOf(map, size, key.height)
  const areas = labelled(map.areas, plane, nowBox(map, plane))
  const taken = [...areas.map(({ box }) => box), ...nowBox(map, plane)]
  const svg = axesOf(map, plane, size).replace(/^<svg[^>]*>/, (open) => open + regions(map, plane))
  const overlay = [
    contours(map, plane, taken),
    `<path d="${map.edges.map((edge) => pathOf(edge, plane, false)).join('')}" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"/>`,
    ...areas.map(({ area, box, lines }) =>
      textSvg(lines, box.x + box.width / 2, box.y, {
        anchor: 'middle',
        halo: true,
        bold: true,
        fill: inkOf(area),
      }),
    ),
    now(map, plane),
    textSvg([withUnit(map.y.label, map.y.unit)], 2, 2, { bold: true }),
    textSvg(
      squeezed(withUnit(map.x.label, map.x.unit), plane.width - 8, 1),
      (plane.left + plane.right) / 2,
      plane.bottom + 24,
      { anchor: 'middle', bold: true },
    ),
    key.draw(plane.bottom + 24 + lineHeight + 10),
  ]
  return assembled(map, size, svg, overlay.join(''))
}

function planeOf({ x, y }: MapPicture, size: Size, below: number): Plane {
  const width = size === 'wide' ? 800 : 340
  const ticks = [y.from, y.to, (y.from + y.to) / 2].map((value) => textWidth(decimal(value, 4)))
  const left = 14 + Math.max(...ticks, textWidth('0.000'))
  const top = 26
  const bottom = top + (size === 'wide' ? 430 : 260)
  return {
    left,
    right: width - Math.max(18, Math.ceil(textWidth(decimal(x.to, 6)) / 2) + 2),
    top,
    bottom,
    width,
    height: bottom + 24 + lineHeight + 10 + below + 4,
  }
}

function axesOf({ x, y }: MapPicture, plane: Plane, size: Size): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const scale = ({ logarithmic, from, to }: MapScale) =>
    ({ type: logarithmic ? 'log' : 'linear', domain: [from, to], axis: null }) as const
  const text = {
    fontSize,
    fill: 'var(--soft)',
    label: null,
    tickFormat: (value: number) => decimal(value, 6),
  }
  return Plot.plot({
    document,
    className: 'plot',
    width: plane.width,
    height: plane.height,
    marginLeft: plane.left,
    marginRight: plane.width - plane.right,
    marginTop: plane.top,
    marginBottom: plane.height - plane.bottom,
    x: scale(x),
    y: scale(y),
    marks: [
      Plot.frame({ stroke: 'var(--rule)' }),
      Plot.axisX({ ticks: Math.min(size === 'wide' ? 7 : 4, roomFor(x, plane)), tickSize: 4, ...text }),
      Plot.axisY({ ticks: 6, tickSize: 4, ...text }),
    ],
  }).outerHTML
}

/** How many numbers fit side by side below the x axis. Plot may take twice as many as it is asked for. */
function roomFor({ from, to }: MapScale, plane: Plane): number {
  const widest = Math.max(...[from, to, (from + to) / 2].map((value) => textWidth(decimal(value, 6))))
  return Math.max(1, Math.floor((plane.right - plane.left) / (1.5 * (widest + 14))))
}

/** All pieces of a region are one path, so that no seam shows between them. */
function regions({ areas }: MapPicture, plane: Plane): string {
  return areas
    .map((area) => {
      const d = area.pieces.map((piece) => pathOf(piece, plane, true)).join('')
      return `<path d="${d}" fill="${inkOf(area)}" fill-opacity="${area.tint === null ? '0.08' : '0.2'}"><title>${escaped(area.label)}</title></path>`
    })
    .join('')
}

function inkOf({ tint: index }: Pick<MapArea, 'tint'>): string {
  return index === null ? 'var(--soft)' : tint(index)
}

function at([u, v]: Place, { left, right, top, bottom }: Plane): Place {
  return [left + u * (right - left), bottom - v * (bottom - top)]
}

function pathOf(places: readonly Place[], plane: Plane, closed: boolean): string {
  const steps = places.map((place, index) => {
    const [x, y] = at(place, plane)
    return `${index === 0 ? 'M' : 'L'}${fine(x)},${fine(y)}`
  })
  return steps.join('') + (closed ? 'Z' : '')
}

/** Edges are as sharp as the picture can be enlarged. */
function fine(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

interface LabelledArea {
  readonly area: MapArea
  readonly box: Box
  readonly lines: readonly string[]
}

/** The name of each region in it where there is room, else its letter; nothing where there is not even room for that. */
function labelled(areas: readonly MapArea[], plane: Plane, taken: readonly Box[]): readonly LabelledArea[] {
  return areas.flatMap((area) => {
    const width = 2 * area.room * Math.min(plane.right - plane.left, 1.4 * (plane.bottom - plane.top))
    const lines = fitted(`${area.key}. ${area.label}`, width - 8, 3) ?? fitted(area.key, width, 1)
    if (lines === null) return []
    const [x, y] = at(area.middle, plane)
    const box = boxOf(lines, 0, 0)
    const centred = { ...box, x: x - box.width / 2, y: y - box.height / 2 }
    // Above or below what stands there already.
    const free = [0, -1, 1, -2, 2].map((rows) => ({ ...centred, y: centred.y + rows * lineHeight }))
    const place = free.find((each) => taken.every((other) => !overlaps(each, other)))
    return place === undefined ? [] : [{ area, lines, box: place }]
  })
}

function contours({ contours: all }: MapPicture, plane: Plane, taken: readonly Box[]): string {
  const boxes = [...taken]
  return all
    .map(({ label, segments }) => {
      const d = segments.map((segment) => pathOf(segment, plane, false)).join('')
      const line = `<path d="${d}" fill="none" stroke="var(--soft)" stroke-width="0.8" stroke-opacity="0.7"/>`
      const place = segments
        .map(([one]) => {
          const [x, y] = at(one, plane)
          const box = boxOf([label], 0, 0)
          return { ...box, x: x - box.width / 2, y: y - box.height / 2 }
        })
        .find((box) => {
          const inside = box.x > plane.left + 2 && box.x + box.width < plane.right - 2
          const within = box.y > plane.top + 2 && box.y + box.height < plane.bottom - 2
          return inside && within && boxes.every((other) => !overlaps(box, other))
        })
      if (place === undefined) return line
      boxes.push(place)
      return (
        line +
        textSvg([label], place.x + place.width / 2, place.y, {
          anchor: 'middle',
          halo: true,
          fill: 'var(--soft)',
        })
      )
    })
    .join('')
}

function nowBox({ now: place }: MapPicture, plane: Plane): readonly Box[] {
  if (place === null) return []
  const [x, y] = at(place, plane)
  return [{ x: x - 10, y: y - 10, width: 20 + textWidth('now'), height: 20 }]
}

function now({ now: place }: MapPicture, plane: Plane): string {
  if (place === null) return ''
  const [x, y] = at(place, plane)
  const beside = x + 12 + textWidth('now') < plane.right ? x + 10 : x - 10 - textWidth('now')
  const dot = `<circle cx="${px(x)}" cy="${px(y)}" r="6" fill="currentColor" stroke="var(--ground)" stroke-width="2"/>`
  return dot + textSvg(['now'], beside, y - lineHeight / 2, { bold: true, halo: true })
}

/** Every region by its letter and name, below the map. */
function keyOf(
  { areas }: MapPicture,
  size: Size,
): { readonly height: number; readonly draw: (top: number) => string } {
  const width = (size === 'wide' ? 800 : 340) - 2 * swatch - 16
  const rows = areas.map((area) => ({ area, lines: squeezed(`${area.key}. ${area.label}`, width, 3) }))
  const heights = rows.map(({ lines }) => lines.length * lineHeight + 4)
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    draw: (top) => {
      let y = top
      return rows
        .map(({ area, lines }, index) => {
          const mark = `<rect x="8" y="${px(y + 3)}" width="${swatch}" height="${swatch}" fill="${inkOf(area)}" fill-opacity="0.35" stroke="${inkOf(area)}"/>`
          const text = textSvg(lines, 8 + swatch + 8, y)
          y += heights[index] ?? 0
          return mark + text
        })
        .join('')
    },
  }
}
