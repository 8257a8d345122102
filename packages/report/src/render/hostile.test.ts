import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { GameInstance } from '@plumbline/game'
import { reportModel } from '../reportModel.ts'
import { solved } from '../testing/games.ts'
import { instanceOf } from '../testing/instances.ts'
import { impatient } from '../testing/named-games.ts'
import { renderHtml } from './html/page.ts'
import { renderJson } from './json.ts'
import { renderMarkdown } from './markdown.ts'
import { renderText } from './text/text.ts'
import { widthOf } from './text/width.ts'

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title></style><svg onload=alert(1)>',
  '</desc><script>alert(1)</script>',
  'a | b || c',
  '[link](https://evil.example) ![](https://evil.example/i.png)',
  '@everyone #1 `code` **bold** $x$ ~~s~~',
  '\u001b[31mred\u001b[0m\u0007\u0000',
  'line\nbreak\r\n# heading',
  '\u202egnp.exe \u2066x\u2069 \u200bz',
  'x'.repeat(500),
  '模型'.repeat(60),
  '👩‍👩‍👧 é 🇪🇺 model',
  '__proto__',
  '   ',
  '\ud800 lone',
  '&amp; &lt;b&gt; &#x41;',
  '$& $1 $` $<x>',
]

/** What the test asks of a parsed page. */
interface Page {
  readonly querySelectorAll: (selector: string) => ArrayLike<Found> & Iterable<Found>
}

interface Found {
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
}

function everywhere(text: string): GameInstance {
  const labelled = impatient.models.map((model, index) => ({ ...model, label: `${text} ${index + 1}` }))
  const sample = { ...impatient, models: labelled, label: text, userLabel: text, doc: text }
  const instance = instanceOf(sample)
  const origin = { file: `${text}.game`, line: 3, column: 1, start: 0, end: 1, text }
  return {
    ...instance,
    params: [
      {
        name: 'churn',
        label: text,
        doc: text,
        value: { ...instance.provider.penalty, origin },
        bounds: null,
      },
    ],
    models: instance.models.map((model) => ({ ...model, cost: { ...model.cost, origin } })),
    provider: { ...instance.provider, label: text },
  }
}

function model(text: string) {
  const instance = everywhere(text)
  return reportModel(instance, solved(instance), { fileName: `${text}.game` })
}

describe.each(hostile.map((text) => ({ name: JSON.stringify(text).slice(0, 40), text })))(
  'labels, comments and file names of $name',
  ({ text }) => {
    it('are plain text in a page that asks for nothing and runs nothing', () => {
      const html = renderHtml(model(text))
      const { document } = parseHTML(html) as unknown as { readonly document: Page }
      expect([...document.querySelectorAll('script, img, iframe, object, form, video, audio')]).toEqual([])
      const elements = [...document.querySelectorAll('*')]
      const attributes = elements.flatMap((element) => [...element.attributes])
      expect(attributes.map(({ name }) => name).filter((name) => name.startsWith('on'))).toEqual([])
      const addresses = attributes
        .filter(({ name }) => name === 'href' || name === 'src')
        .map(({ value }) => value)
      expect(addresses.filter((address) => !/^(#[a-z]+|data:,)$/.test(address))).toEqual([])
      expect(document.querySelectorAll('h1')).toHaveLength(1)
      expect(document.querySelectorAll('section')).toHaveLength(7)
      expect(document.querySelectorAll('svg.wide').length).toBe(
        document.querySelectorAll('svg.narrow').length,
      )
      expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/)
    })

    it('break no line of a table and start no markup in Markdown', () => {
      const markdown = renderMarkdown(model(text))
      expect(markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
      expect(markdown).not.toMatch(/(?<!\\)</)
      expect(markdown).not.toMatch(/(?<!\\)\]\(|https:\/\/|(?<!\\)`|@everyone/)
      const lines = markdown.split('\n')
      lines.forEach((line, index) => {
        if (!/^\| [:-]/.test(line)) return
        const pipes = (each: string): number => each.replace(/\\\|/g, '').split('|').length
        for (let row = index - 1; lines[row]?.startsWith('|') === true; row++) {
          expect(pipes(lines[row] ?? '')).toBe(pipes(line))
        }
      })
    })

    it('keep text within 80 columns, without controls', () => {
      for (const brief of [false, true]) {
        const report = renderText(model(text), { brief })
        expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
        expect(report.split('\n').filter((line) => widthOf(line) > 80)).toEqual([])
      }
    })

    it('come back from JSON', () => {
      expect(JSON.parse(renderJson(model(text)))).toMatchObject({ schema: 'plumbline/report@1' })
    })
  },
)

it('a name of an object prototype is a name like any other', () => {
  const [first, second] = impatient.models
  if (first === undefined || second === undefined) throw new Error('two models')
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const instance = instanceOf({ ...impatient, models: [{ ...first, name }, second] })
    const text = renderText(reportModel(instance, solved(instance)))
    expect(text).toContain('9.83%')
    expect(text).not.toMatch(/undefined|NaN|native code|\[object/)
  }
})
