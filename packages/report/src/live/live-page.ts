import type { GameInstance } from '@plumbline/game'

/** What a page's script needs to know of its game. */
export interface LiveGame {
  readonly instance: GameInstance
  readonly fileName: string | null
  /** Names of the analyses that the report answers. */
  readonly analyses: readonly string[]
}

/** A page that answers: its game, and the script that answers for it. */
export interface LivePage {
  readonly game: LiveGame
  /** The bundled script of `page-script.ts`. */
  readonly script: string
  /** Its SHA-256 in base 64, by which the page's policy lets it run and no other. */
  readonly digest: string
}

/** Data as JSON that stands in a page as it is: nothing in it can end its element. */
export function embedded(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
