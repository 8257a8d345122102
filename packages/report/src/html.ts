/** `@plumbline/report/html`: the report as one page with pictures. Apart, since the plotting library is dear to load. */
export { renderHtml } from './render/html/page.ts'
