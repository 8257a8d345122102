import type { GameInstance } from '../instance/instance.ts'
import { inconsistency } from './inconsistency.ts'
import { instanceShape } from './instanceShape.ts'
import { mismatch } from './mismatch.ts'
import { words } from './shape.ts'

/** An instance that was read back, or a sentence with the place of what is wrong with it. */
export type Loaded =
  { readonly ok: true; readonly instance: GameInstance } | { readonly ok: false; readonly message: string }

/**
 * Checks that a JSON value is a game instance (`plumbline/game@1`): every field of the right type, none unknown,
 * names unique and known, indices within range. Whether its numbers make a game is for `at` to say. Safe on
 * hostile data; the value itself becomes the instance and should not be changed afterwards.
 */
export function loadInstance(json: unknown): Loaded {
  const wrong = otherVersion(json) ?? mismatch(json, instanceShape)
  if (wrong !== null) return { ok: false, message: wrong }
  const instance = json as GameInstance
  const message = inconsistency(instance)
  return message === null ? { ok: true, instance } : { ok: false, message }
}

/** What is wrong with the version that a value names, before anything else; null where it names none. */
function otherVersion(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'schema')) return null
  const { schema } = json as { readonly schema: unknown }
  const wrong = mismatch(schema, words('plumbline/game@1'))
  return wrong === null ? null : wrong.replace(/^[^:]*/, 'schema')
}
