import { renderHtml, type ReportModel } from '@plumbline/report'

/** The report as one page. In a file of its own because the pictures need far more code than all the rest. */
export async function page(model: ReportModel): Promise<string> {
  return renderHtml(model)
}
