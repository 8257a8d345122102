/** What became of a picture in pixels. */
export type Png =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly sentence: string }

const noRenderer =
  "pictures as .png need the package '@resvg/resvg-js', which is not installed here; write an .svg, or install it"
const noFont =
  'pictures as .png need a font, and none is installed here: all words would be missing; write an .svg, or install one (on Debian: apt-get install fonts-dejavu-core)'

/** A picture of words alone. */
const words =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><text x="5" y="20" font-size="16" font-family="DejaVu Sans, Verdana, sans-serif">word</text></svg>'

/**
 * A picture at twice its size in pixels, or why there is none: no renderer is installed, or no font that it could write with.
 *
 * @param loadSystemFonts whether to look for fonts
 */
export async function pngOf(svg: string, loadSystemFonts = true): Promise<Png> {
  try {
    const { Resvg } = await import('@resvg/resvg-js')
    const font = { loadSystemFonts, defaultFontFamily: 'DejaVu Sans' }
    const seen = new Resvg(words, { font }).render().pixels.some((value) => value !== 0)
    if (!seen) return { ok: false, sentence: noFont }
    return { ok: true, bytes: new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font }).render().asPng() }
  } catch (error) {
    if (error instanceof Error && 'code' in error && /MODULE_NOT_FOUND/.test(String(error.code)))
      return { ok: false, sentence: noRenderer }
    throw error
  }
}
