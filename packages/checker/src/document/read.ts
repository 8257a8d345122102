import { Fault, show, type Path } from './fault.ts'

/** The value of an own key of an object, undefined where there is none. */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

/** An object's own entries. @throws Fault where it is none */
export function objectAt(value: unknown, path: Path): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Fault(path, `is ${show(value)}; it must be an object`)
  }
  return value as Readonly<Record<string, unknown>>
}

/** @throws Fault where it is no list, or has more than `most` items */
export function listAt(value: unknown, path: Path, most = 10_000): readonly unknown[] {
  if (!Array.isArray(value)) throw new Fault(path, `is ${show(value)}; it must be a list`)
  if (value.length > most) {
    throw new Fault(path, `is a list of ${String(value.length)}; at most ${String(most)} are looked at`)
  }
  return value as readonly unknown[]
}

/** @throws Fault where it is no number */
export function numberAt(value: unknown, path: Path): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Fault(path, `is ${show(value)}; it must be a number`)
  }
  return value
}

/** @throws Fault where it is no text */
export function textAt(value: unknown, path: Path): string {
  if (typeof value !== 'string') throw new Fault(path, `is ${show(value)}; it must be a text`)
  return value
}
