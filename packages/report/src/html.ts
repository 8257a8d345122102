/** `@plumbline/report/html`: the report as one page with pictures. Apart, since the plotting library is dear to load. */
export type { LiveGame, LivePage } from './live/live-page.ts'
export { renderPicture } from './render/html/picture-file.ts'
export { renderHtml } from './render/html/page.ts'
