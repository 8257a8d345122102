import { renderText, reportModel } from '@plumbline/report'
import type { Solved } from '../judge.ts'

/** A solved game in short, for people: what the report says first, within 80 columns. */
export function summaryOf({ instance, document }: Solved): string {
  return renderText(reportModel(instance, document, { pictures: false }), { brief: true })
}
