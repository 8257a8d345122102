import { escaped } from './escape.ts'
import { fontSize, lineHeight, type Size } from './frame.ts'

/** Colours of the palette that the page's style defines. */
const tints = 5

/** A plotted picture with its words for who cannot see it, and with what is drawn on top. */
export function assembled(
  drawing: { readonly id: string; readonly title: string; readonly description: string },
  size: Size,
  svg: string,
  overlay: string,
): string {
  const id = `${drawing.id}-${size}`
  const open = `<svg class="${size}" role="img" aria-labelledby="${id}-title ${id}-desc"`
  const words = `<title id="${id}-title">${escaped(drawing.title)}</title><desc id="${id}-desc">${escaped(drawing.description)}</desc>`
  return (
    svg
      // Names that plotting gives to groups of marks: nothing for a reader, and no place for a name.
      .replace(/ aria-label="[^"]*"/g, '')
      .replace(/^<svg/, () => open)
      .replace(' class="plot"', '')
      .replace(/<style>[\s\S]*?<\/style>/, () => words)
      .replace(/<\/svg>$/, () => `${overlay}</svg>`)
  )
}

/** How a text looks. */
interface TextLook {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly fill?: string
  readonly bold?: boolean
  readonly halo?: boolean
}

/** Lines of text, the first below `y`. */
export function textSvg(lines: readonly string[], x: number, y: number, look: TextLook = {}): string {
  const rest = `${look.halo === true ? ' class="halo"' : ''}${look.bold === true ? ' font-weight="600"' : ''}`
  const spans = lines.map((line, index) => {
    const base = y + index * lineHeight + lineHeight * 0.77
    return `<text x="${px(x)}" y="${px(base)}" font-size="${fontSize}" text-anchor="${look.anchor ?? 'start'}" fill="${look.fill ?? 'currentColor'}"${rest}>${escaped(line)}</text>`
  })
  return spans.join('')
}

/** A label with the unit of its numbers. */
export function withUnit(label: string, unit: string): string {
  return unit === '' ? label : `${label} (${unit})`
}

/** A colour of the page's palette. */
export function tint(index: number): string {
  return `var(--tint-${index % tints})`
}

/** A length in pixels, to a tenth. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}
