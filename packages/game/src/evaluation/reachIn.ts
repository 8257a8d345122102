import type { GameInstance } from '../instance/instance.ts'
import { namesOf, referencesOf } from './names.ts'

/**
 * Finds the names of which numbers of an instance are made: those given, and all to which their expressions refer, however
 * indirectly. What none of them is, may move without moving these numbers.
 *
 * @param along - what else comes along with a name
 */
export function reachIn(
  instance: GameInstance,
  along: (name: string) => readonly string[] = () => [],
): (names: readonly string[]) => ReadonlySet<string> {
  const named = namesOf(instance, new Map())
  return (names) => {
    const found = new Set<string>()
    const open = [...names]
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (found.has(name)) continue
      found.add(name)
      const expression = named.get(name)?.expression
      if (expression !== undefined) open.push(...referencesOf(expression))
      open.push(...along(name))
    }
    return found
  }
}
