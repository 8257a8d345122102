/** Colours one piece of text; must add nothing that takes up width on a terminal. */
export type Paint = (text: string) => string

/** What each part of a rendered diagnostic is painted with: a record of functions, so that rendering stays pure. */
export interface DiagnosticStyle {
  readonly error: Paint
  readonly warning: Paint
  /** The message of the first line. */
  readonly message: Paint
  /** Box lines and line numbers. */
  readonly gutter: Paint
  /** Underlines and texts of secondary labels. */
  readonly secondary: Paint
  /** The words `help` and `see`, and what a fix puts in. */
  readonly help: Paint
}

const asIs: Paint = (text) => text

/** No colour at all. */
export const plainStyle: DiagnosticStyle = {
  error: asIs,
  warning: asIs,
  message: asIs,
  gutter: asIs,
  secondary: asIs,
  help: asIs,
}
