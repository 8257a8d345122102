/** The report as one page. In a file of its own because the pictures need far more code than all the rest. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Writing } from '@plumbline/report'
import { renderHtml, type LiveGame } from '@plumbline/report/html'

export { renderPicture as picture } from '@plumbline/report/html'

// The script stands beside the bundle, also for sources that run without one.
const places = ['.', '../dist/bundle'].map((folder) => join(import.meta.dirname, folder, 'live.js'))

/**
 * A page that holds all that it shows.
 *
 * @param game what its sliders solve again; null for a page that is only read
 */
export function page(writing: Writing, game: LiveGame | null): string {
  const place = places.find((each) => existsSync(each))
  if (game === null || place === undefined) return renderHtml(writing)
  // A script ends where its text says so, wherever that stands.
  const script = readFileSync(place, 'utf8')
    .trim()
    .replace(/<\/(script)/gi, '<\\/$1')
  const digest = createHash('sha256').update(script).digest('base64')
  return renderHtml(writing, { game, script, digest })
}
