import type { SolutionDocument } from '@plumbline/game'
import type { MapPicture } from './map/map-picture.ts'
import type { BarPicture } from './figures/bars.ts'
import type { Drawing } from './figures/drawing.ts'

/**
 * What is to be read, as plain data: renderers choose how it looks, never what it says. All text is plain text
 * that may hold anything that a file holds (but no control characters); renderers escape it.
 */
export interface Writing {
  readonly title: string
  /** What stands below the title. */
  readonly about: string | null
  /** The file, or files, that it was solved from. */
  readonly fileName: string | null
  readonly sections: readonly Section[]
}

/** What a report says of a solved game: its title and documentation above all. */
export interface ReportModel extends Writing {
  readonly schema: 'plumbline/report@1'
  readonly solution: SolutionDocument
}

/** What changes from one solved game to another. */
export interface ComparisonModel extends Writing {
  readonly schema: 'plumbline/comparison@1'
  readonly before: SolutionDocument
  readonly after: SolutionDocument
}

export interface Section {
  /** For links: `verdict`, `menu`, … */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block = Paragraph | Finding | Table | Figure | List

interface InBrief {
  /** Part of the short form, too. */
  readonly brief?: boolean
}

export interface Paragraph extends InBrief {
  readonly kind: 'paragraph'
  readonly sentences: readonly Sentence[]
  /** The verdict is what a hurried reader reads; an alarm is something that went wrong. */
  readonly tone?: 'verdict' | 'alarm'
}

/** A sentence and the entries of the solution document that it rests on (paths, dots between keys). */
export interface Sentence {
  readonly text: string
  readonly rests: readonly string[]
}

/** Something in the solution that has a name, worth knowing by itself. */
export interface Finding extends InBrief {
  readonly kind: 'finding'
  readonly id: string
  readonly title: string
  readonly sentences: readonly Sentence[]
}

export interface List extends InBrief {
  readonly kind: 'list'
  readonly items: readonly string[]
}

export interface Table extends InBrief {
  readonly kind: 'table'
  readonly id: string
  readonly caption: string
  readonly columns: readonly Column[]
  /** The first cell of a row names it. */
  readonly rows: readonly Row[]
}

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

export interface Row {
  readonly cells: readonly Cell[]
  /** The row that the report is about: the chosen route. */
  readonly marked?: boolean
}

export interface Cell {
  readonly text: string
  /** The number behind the text. */
  readonly value?: number
}

export interface Figure extends InBrief {
  readonly kind: 'figure'
  readonly id: string
  readonly title: string
  /** What the picture shows, for who cannot see it. */
  readonly description: string
  readonly caption: string
  /** Pictures one above the other. */
  readonly drawings: readonly (Drawing | BarPicture | MapPicture)[]
  /** The picture's content as a table. */
  readonly table: Table | null
}
