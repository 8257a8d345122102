import type { Writing } from '../model.ts'

/** The report as JSON, solution included: everything that the other renderers show, with the numbers behind it. */
export function renderJson(model: Writing): string {
  return `${JSON.stringify(model, null, 2)}\n`
}
