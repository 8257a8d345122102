import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plumb, scratchFolder } from '../packages/cli/src/testing/plumb.ts'
import { isToRun, quietChromium } from './programs.ts'
import { root } from './repository.ts'

const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
)
const bundled = existsSync(join(root, 'packages/cli/dist/bundle/live.js'))

/** Two kinds of users, throttling that would pay, and a sweep; names that are markup, formulas and ends of what stands around them. */
const hostile = `
game hostile "<img src=x onerror=document.title=1>"
param churn "=cmd()" = 0.05 USD in 0 USD .. 1 USD
model m1 "<img src=x onerror=alert(2)>" { success: 40%  latency: 3 s  cost: 0.05 USD }
model m2 "=HYPERLINK(\\"x\\")" { success: 80%  latency: 9 s  cost: 0.08 USD }
menu l = cascade(m1, m2)
user u "</text></svg><script>document.title=3</script>" { value: 0.50 USD  patience: 30 USD/h }
provider p "]]>" { offers: l  penalty: churn }
sweep plane "<svg onload=document.title=4>" { churn: 0 USD .. 0.3 USD  u.value: 0.1 USD .. 1 USD }
`

/** What a person would notice of a report in a real browser, script and all. */
describe.runIf(isToRun(executablePath !== undefined && bundled))('a report in a browser', () => {
  const scratch = scratchFolder()
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: [...quietChromium],
    })
  })
  afterAll(async () => {
    await browser.close()
    scratch.remove()
  })

  const reports = new Map<string, Promise<string>>()

  /** The page on an example, or on the game of a hostile file; each is made once. */
  function reportOn(example: string): Promise<string> {
    const known = reports.get(example) ?? made(example)
    reports.set(example, known)
    return known
  }

  async function made(example: string): Promise<string> {
    const path = join(scratch.folder, `${example.replaceAll('/', '-')}.html`)
    const file = example === 'hostile' ? join(scratch.folder, 'hostile.game') : `examples/${example}.game`
    if (example === 'hostile') writeFileSync(file, hostile)
    const { status, err } = await plumb({ folder: root }, 'report', file, '-o', path, '--quiet')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    return path
  }

  /** A page with all that it says and asks for, besides itself. */
  async function opened(path: string, width: number, more: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, ...more })
    const heard: string[] = []
    page.on('console', (message) => heard.push(message.text()))
    page.on('pageerror', (error) => heard.push(error.message))
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(path).href) heard.push(request.url())
    })
    await page.goto(pathToFileURL(path).href)
    return { page, heard }
  }

  const verdict = (page: Page): Promise<string> => page.locator('#verdict .verdict').innerText()

  it.each([
    ['assistant', 360],
    ['assistant', 1440],
    ['gpt-4.1-to-o3', 360],
    ['gpt-4.1-to-o3', 1440],
    ['many-kinds-of-people', 360],
    ['hostile', 360],
    ['hostile', 1440],
  ])('%s: nothing overflows at %i pixels, nothing is said or asked for', async (example, width) => {
    const { page, heard } = await opened(await reportOn(example), width)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
    expect(heard).toEqual([])
    await page.close()
  })

  it.each(['gpt-4.1-to-o3', 'many-kinds-of-people', 'hostile'])(
    '%s: no two texts of a picture on top of each other',
    async (example) => {
      for (const width of [360, 1440]) {
        const { page } = await opened(await reportOn(example), width)
        const overlapping = await page.evaluate(() =>
          [...document.querySelectorAll('figure svg')].flatMap((svg) => {
            const boxes = [...svg.querySelectorAll('text')]
              .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }))
              .filter(({ said, box }) => said !== '' && box.width > 0)
            const frame = svg.getBoundingClientRect()
            const outside = boxes.filter(
              ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1,
            )
            const covering = boxes.flatMap((one, index) =>
              boxes.slice(index + 1).flatMap((other) => {
                const across =
                  Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
                const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
                return across > 1 && down > 4 ? [`${one.said} / ${other.said}`] : []
              }),
            )
            return [...outside.map(({ said }) => `${said} is cut off`), ...covering]
          }),
        )
        expect(overlapping).toEqual([])
        await page.close()
      }
    },
  )

  it.each(['light', 'dark'] as const)('passes an accessibility checker, in %s', async (colorScheme) => {
    const { page } = await opened(await reportOn('gpt-4.1-to-o3'), 1000, { colorScheme, bypassCSP: true })
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      const checker = (
        globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
      ).axe
      const result = await checker.run()
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    })
    expect(violations).toEqual([])
    await page.close()
  })

  it('solves again when a slider moves, and says what the command line says at that number', async () => {
    const { page, heard } = await opened(await reportOn('gpt-4.1-to-o3'), 1000)
    const before = await verdict(page)
    const slider = page.locator('#controls input').first()
    await slider.fill('100')
    await expect.poll(() => verdict(page)).not.toBe(before)
    const [name, value] = await page.evaluate(() => [
      document.querySelector('#controls label')?.textContent ?? '',
      document.querySelector('#controls output')?.textContent ?? '',
    ])
    const { out } = await plumb(
      { folder: root },
      'report',
      'examples/gpt-4.1-to-o3.game',
      '--json',
      '--set',
      `${name}=${value}`,
    )
    const report = JSON.parse(out) as { sections: { blocks: { sentences: { text: string }[] }[] }[] }
    const said = report.sections[0]?.blocks[0]?.sentences.map(({ text }) => text).join(' ')
    const plain = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ')
    expect(plain(await verdict(page))).toBe(plain(said))
    await page.locator('#controls button').click()
    await expect.poll(() => verdict(page)).toBe(before)
    expect(heard).toEqual([])
    await page.close()
  })

  it('shows exact numbers under the pointer', async () => {
    const { page } = await opened(await reportOn('gpt-4.1-to-o3'), 1000)
    const spot = page.locator('#figure-cost-over-penalty svg.wide .spots circle').last()
    await spot.scrollIntoViewIfNeeded()
    const box = await spot.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 3, (box?.y ?? 0) + 3)
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5)
    expect(await page.locator('.tip').innerText()).toMatch(/USD/)
    await page.close()
  })

  it('runs nothing that stands in a name', async () => {
    const { page } = await opened(await reportOn('hostile'), 1000)
    await page.locator('#controls input').first().fill('100')
    await expect.poll(() => page.locator('#controls output').first().innerText()).toMatch(/^0\.1\s/)
    expect(await page.evaluate(() => document.querySelectorAll('main img, main script').length)).toBe(0)
    expect(await page.title()).toBe('<img src=x onerror=document.title=1>')
    await page.close()
  })

  it('is complete without scripts', async () => {
    const { page } = await opened(await reportOn('assistant'), 1000, { javaScriptEnabled: false })
    expect(await page.locator('#controls').isHidden()).toBe(true)
    expect(await verdict(page)).toContain('At a churn penalty of')
    await page.close()
  })
})
