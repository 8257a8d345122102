/** A place as shares of the axes, `[0, 1]` each, the y axis upward. */
export type Place = readonly [x: number, y: number]

/** An axis with numbers in its own unit. */
export interface MapScale {
  readonly label: string
  readonly unit: string
  readonly from: number
  readonly to: number
  readonly logarithmic: boolean
}

/** One region of a map. */
export interface MapArea {
  /** The letter by which the key below the map calls it. */
  readonly key: string
  readonly label: string
  /** Which colour of the palette; null where the game has no solution. */
  readonly tint: number | null
  readonly pieces: readonly (readonly Place[])[]
  /** Where its name stands, and how far from there it is to another region. */
  readonly middle: Place
  readonly room: number
}

/** A map as data: regions, the lines between them, lines of equal value, marked places. Renderers choose colours and sizes. */
export interface MapPicture {
  readonly kind: 'map'
  readonly id: string
  readonly title: string
  readonly description: string
  readonly x: MapScale
  readonly y: MapScale
  readonly areas: readonly MapArea[]
  readonly edges: readonly (readonly Place[])[]
  readonly contours: readonly {
    readonly label: string
    readonly segments: readonly (readonly [Place, Place])[]
  }[]
  /** Where the file's own numbers are; null where they lie outside. */
  readonly now: Place | null
}
