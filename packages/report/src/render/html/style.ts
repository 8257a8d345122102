import { palette, variables } from './palette.ts'

/** The page's style: light and dark, screen and paper, narrow and wide. */
export const style = `
:root {
  color-scheme: light dark;
  ${variables(palette.light)}
}
@media (prefers-color-scheme: dark) {
  :root {
    ${variables(palette.dark)}
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
.page { max-width: 54rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.6rem 0 .7rem; }
h3 { font-size: 1rem; margin: 0 0 .2rem; }
p { margin: .6rem 0; }
a { color: var(--link); }
.soft { color: var(--soft); font-size: .9rem; }
nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: .6rem 0; margin: 1rem 0 0;
  border-block: 1px solid var(--rule); font-size: .9rem; }
nav li, nav a { display: inline-block; }
.verdict { font-size: 1.12rem; line-height: 1.6; border-left: 4px solid var(--tint-0); background: var(--panel);
  padding: .9rem 1.1rem; border-radius: 0 6px 6px 0; margin: .8rem 0; }
.alarm { color: var(--alarm); font-weight: 600; }
.finding { border: 1px solid var(--rule); border-radius: 6px; padding: .7rem 1rem; margin: 1rem 0; background: var(--panel); }
.finding p { margin: .2rem 0 0; }
.table { overflow-x: auto; margin: 1rem 0; }
.table:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; min-width: 100%; overflow-wrap: normal; }
caption { text-align: left; color: var(--soft); font-size: .88rem; padding-bottom: .3rem; }
th, td { padding: .35rem .7rem .35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
th:last-child, td:last-child { padding-right: .3rem; }
thead th { font-weight: 600; border-bottom: 2px solid var(--rule); vertical-align: bottom; }
tbody th { font-weight: 500; min-width: 8rem; }
td { max-width: 24rem; }
.long { min-width: 12rem; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.marked th, .marked td { background: var(--mark); font-weight: 600; }
.marked th:first-child { box-shadow: inset 3px 0 0 var(--tint-0); padding-left: .6rem; }
ul { padding-left: 1.2rem; }
li { margin: .2rem 0; }
figure { margin: 1.6rem 0; }
figcaption p { margin: 0 0 .6rem; color: var(--soft); font-size: .9rem; }
svg { max-width: 100%; height: auto; display: block; margin: .4rem 0 1rem; color: var(--text); }
svg text { font-family: inherit; }
svg.narrow { display: none; }
.halo { paint-order: stroke; stroke: var(--ground); stroke-width: 4px; stroke-linejoin: round; }
details { font-size: .9rem; }
summary { cursor: pointer; color: var(--link); }
.controls { border: 1px solid var(--rule); border-radius: 6px; padding: .5rem 1rem; margin: 1rem 0 0; background: var(--panel); }
.controls p { margin: .3rem 0; }
.control { display: grid; grid-template-columns: minmax(6rem, 12rem) 1fr minmax(6rem, auto); gap: .1rem .8rem; align-items: center;
  margin: .5rem 0; }
.control input { width: 100%; min-width: 0; accent-color: var(--tint-0); min-height: 24px; }
.control output { font-variant-numeric: tabular-nums; text-align: right; }
.control .soft { grid-column: 1 / -1; }
button { font: inherit; font-size: .9rem; color: var(--text); background: var(--ground); border: 1px solid var(--rule);
  border-radius: 4px; padding: .2rem .7rem; cursor: pointer; }
:is(button, input, summary, a):focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.tip { position: absolute; z-index: 1; pointer-events: none; background: var(--text); color: var(--ground); font-size: .82rem;
  padding: .15rem .5rem; border-radius: 4px; max-width: 20rem; }
@media (max-width: 44rem) {
  svg.wide { display: none; }
  svg.narrow { display: block; }
  .verdict { font-size: 1.05rem; padding: .8rem .9rem; }
}
@media print {
  :root { --ground: #ffffff; --panel: #ffffff; --text: #000000; --soft: #444444; --rule: #bbbbbb; --mark: #eeeeee;
    --tint-0: #0a5ea8; --tint-1: #a8400a; --tint-2: #00664a; --tint-3: #833f86; --tint-4: #5c5200; --alarm: #b3261e; }
  body { font-size: 10.5pt; }
  nav, summary, .controls { display: none; }
  .page { max-width: none; padding: 0; }
  .table { overflow: visible; }
  table { font-size: 8.5pt; }
  .number { white-space: normal; }
  svg.wide { display: block; }
  svg.narrow { display: none; }
  figure, tr, .finding, .verdict { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
}
`
