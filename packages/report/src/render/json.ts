import type { ReportModel } from '../model.ts'

/** The report as JSON, solution included: everything that the other renderers show, with the numbers behind it. */
export function renderJson(model: ReportModel): string {
  return `${JSON.stringify(model, null, 2)}\n`
}
