/** The report as one page. In a file of its own because the pictures need far more code than all the rest. */
export { renderHtml as page } from '@plumbline/report/html'
