import type { Block, Figure, List, Writing, Section, Sentence, Table } from '../../model.ts'
import { controlsOf } from '../../live/controls.ts'
import { controlsHtml } from '../../live/controls-html.ts'
import { embedded, type LivePage } from '../../live/live-page.ts'
import { drawFigure } from './draw-figure.ts'
import { escaped } from './escape.ts'
import { style } from './style.ts'

// Nothing is fetched: the page is whole, and says so to the browser.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
const policyWith = (digest: string): string => `${policy}; script-src 'sha256-${digest}'`

/**
 * The report as one HTML file that needs nothing else: no font, no request, and no script to be complete. Pictures are drawn for
 * wide and narrow windows; the page shows the one that fits.
 *
 * @param live the game and the script that shows numbers under the pointer, and solves the game again where params have bounds
 */
export function renderHtml(model: Writing, live: LivePage | null = null): string {
  const title = escaped(model.title)
  const controls = live === null ? [] : controlsOf(live.game.instance)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${live === null ? policy : policyWith(live.digest)}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<div class="page">
<header>
<h1>${title}</h1>
${model.about === null ? '' : `<p>${escaped(model.about)}</p>`}
${model.fileName === null ? '' : `<p class="soft">Solved from ${escaped(model.fileName)}</p>`}
</header>
<nav aria-label="Sections"><ol>
${model.sections.map(({ id, title: name }) => `<li><a href="#${id}">${escaped(name)}</a></li>`).join('\n')}
</ol></nav>
${controls.length === 0 ? '' : controlsHtml(controls)}
<main>
${model.sections.map(sectionHtml).join('\n')}
</main>
</div>
${live === null ? '' : scripts(live)}
</body>
</html>
`
}

function scripts({ game, script }: LivePage): string {
  return `<script type="application/json" id="game">${embedded(game)}</script>
<script>${script}</script>`
}

/** A section as it stands in the page. */
export function sectionHtml({ id, title, blocks }: Section): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escaped(title)}</h2>
${blocks.map(blockHtml).join('\n')}
</section>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph': {
      const tone = block.tone === undefined ? '' : ` class="${block.tone}"`
      return `<p${tone}>${sentences(block.sentences)}</p>`
    }
    case 'finding':
      return `<div class="finding" id="finding-${block.id}">
<h3>${escaped(block.title)}</h3>
<p>${sentences(block.sentences)}</p>
</div>`
    case 'list':
      return listHtml(block)
    case 'table':
      return tableHtml(block)
    case 'figure':
      return figureHtml(block)
  }
}

function sentences(all: readonly Sentence[]): string {
  return all.map(({ text }) => escaped(text)).join(' ')
}

function listHtml({ items }: List): string {
  return `<ul>\n${items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`
}

/** Text that is not to be squeezed into a column of single words. */
const manyLetters = 40

function tableHtml({ id, caption, columns, rows }: Table): string {
  const kind = (index: number, text = ''): string =>
    columns[index]?.align === 'right' ? ' class="number"' : text.length > manyLetters ? ' class="long"' : ''
  const head = columns.map(({ title }, index) =>
    title === '' ? '<td></td>' : `<th scope="col"${kind(index)}>${escaped(title)}</th>`,
  )
  const body = rows.map(({ cells, marked }) => {
    const shown = cells.map(({ text, value }, index) => {
      const exactly = value === undefined || !Number.isFinite(value) ? '' : ` title="${String(value)}"`
      const tag = index === 0 && text !== '' ? 'th' : 'td'
      return `<${tag}${tag === 'th' ? ' scope="row"' : ''}${kind(index, text)}${exactly}>${escaped(text)}</${tag}>`
    })
    return `<tr${marked === true ? ' class="marked"' : ''}>${shown.join('')}</tr>`
  })
  return `<div class="table" role="region" aria-labelledby="${id}-caption" tabindex="0">
<table>
<caption id="${id}-caption">${escaped(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`
}

function figureHtml(figure: Figure): string {
  const { id, title, caption, table } = figure
  const [wide, narrow] = [drawFigure(figure, 'wide'), drawFigure(figure, 'narrow')]
  const pictures = wide.flatMap((picture, index) => [picture, narrow[index] ?? ''])
  const numbers =
    table === null
      ? ''
      : `<details><summary>The numbers of this picture</summary>\n${tableHtml(table)}\n</details>`
  return `<figure id="figure-${id}">
<figcaption><h3>${escaped(title)}</h3><p>${escaped(caption)}</p></figcaption>
${pictures.join('\n')}
${numbers}
</figure>`
}
