import { listed } from '../formatting/label.ts'

/** A number of the game as a person would name it: `a.success#2` is `a.success (attempt 2)`. */
export function inputTitle(name: string): string {
  return name.replace(/#(\d+)$/, ' (attempt $1)')
}

const most = 6

/** A few of many names, and how many more there are. */
export function someOf(names: readonly string[]): string {
  return names.length <= most
    ? listed(names)
    : listed([...names.slice(0, most - 1), `${String(names.length - most + 1)} more`])
}
