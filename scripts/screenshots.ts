import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { quietChromium } from '../test/programs.ts'

// Takes the pictures of real reports that the documentation shows. Needs a Chromium: Debian's package `chromium`, or any
// other by CHROMIUM=PATH.
//
//   npm run bundle --workspace @plumbline/cli && npm run screenshots

const root = join(import.meta.dirname, '..')
const images = join(root, 'docs', 'images')
const plumb = join(root, 'packages', 'cli', 'bin', 'plumb.cjs')

/** Each picture: the example, how large the window is, and the part of its report (without one, what the window shows). */
interface Picture {
  readonly name: string
  readonly example: string
  readonly width: number
  readonly height: number
  readonly part?: string
}

const pictures: readonly Picture[] = [
  { name: 'report', example: 'gpt-4.1-to-o3', width: 1000, height: 1400 },
  { name: 'penalty', example: 'gpt-4.1-to-o3', width: 1000, height: 900, part: '#figure-cost-over-penalty' },
  { name: 'tornado', example: 'gpt-4.1-to-o3', width: 1000, height: 900, part: '#figure-tornado' },
  { name: 'gains', example: 'many-kinds-of-people', width: 1000, height: 900, part: '#figure-gains' },
]

/** Maps, drawn by the command line itself: the example, its sweep, and a setting. */
const maps = ['0.8', '1.05', '2'].map((churn) => {
  return { name: `plane-${churn}`, example: 'regimes', sweep: 'plane', set: `churn=${churn}` }
})

const browsers = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = browsers.find((path) => path !== undefined && existsSync(path))
if (executablePath === undefined) throw new Error('no Chromium found: install one, or say CHROMIUM=PATH')

for (const { name, example, sweep, set } of maps) {
  const out = `docs/images/${name}.png`
  execFileSync(
    process.execPath,
    [plumb, 'sweep', `examples/${example}.game`, sweep, '--set', set, '-o', out],
    {
      cwd: root,
    },
  )
  console.log(out)
}

const folder = mkdtempSync(join(tmpdir(), 'plumbline-screenshots-'))
mkdirSync(images, { recursive: true })
const browser = await chromium.launch({
  executablePath,
  args: [...quietChromium],
})
try {
  for (const { name, example, width, height, part } of pictures) {
    const page = join(folder, `${name}.html`)
    execFileSync(process.execPath, [plumb, 'report', join('examples', `${example}.game`), '-o', page], {
      cwd: root,
    })
    const tab = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' })
    await tab.goto(pathToFileURL(page).href)
    const shown = part === undefined ? tab : tab.locator(part)
    await shown.screenshot({ path: join(images, `${name}.png`) })
    await tab.close()
    console.log(`docs/images/${name}.png`)
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
