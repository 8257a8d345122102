import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { plumb, scratchFolder } from './testing/plumb.ts'
import { version } from './version.ts'

const { folder, remove } = scratchFolder()
afterAll(remove)
const here = { folder }

const everyCommand = [
  'new',
  'check',
  'solve',
  'verify',
  'report',
  'compare',
  'sweep',
  'simulate',
  'fmt',
  'compile',
  'import',
  'explain',
  'completion',
]

describe('the command line', () => {
  it('lists the commands that work, and how to begin', async () => {
    const { status, out, err } = await plumb(here, '--help')
    expect([status, err]).toEqual([0, ''])
    for (const name of everyCommand) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(out).toContain('plumb new first')
  })

  it.each(['new', 'check', 'report', 'compare', 'fmt', 'compile', 'explain'])(
    'explains %s by example, within 80 columns',
    async (name) => {
      const { status, out } = await plumb(here, name, '--help')
      expect(status).toBe(0)
      expect(out.match(/^ {2}\$ plumb .+\n {4}\S/gm)?.length).toBeGreaterThanOrEqual(2)
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
      expect(await plumb(here, 'help', name)).toEqual({ status: 0, out, err: '' })
    },
  )

  it('prints its version, the one of the package', async () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
      version: string
    }
    expect(version).toBe(manifest.version)
    expect(await plumb(here, '--version')).toEqual({ status: 0, out: `${version}\n`, err: '' })
  })

  it.each([
    [['chekc'], "plumb: unknown command 'chekc'; did you mean 'check'?\n"],
    [
      ['sweep', 'a.game'],
      "plumb: required option '-o, --output <out>' not specified; see 'plumb sweep --help'\n",
    ],
    [['solve', '--jsn', 'a.game'], "plumb: unknown option '--jsn'; did you mean '--json'?\n"],
    [['solve'], "plumb: missing required argument 'file'; see 'plumb solve --help'\n"],
    [
      ['report', 'a.game', '-o'],
      "plumb: option '-o, --output <out>' argument missing; see 'plumb report --help'\n",
    ],
    [
      ['check', '--format', 'xml', 'a.game'],
      "plumb: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, github; see 'plumb check --help'\n",
    ],
    [
      ['solve', 'a.game', '--set', 'churn'],
      "plumb: option '--set <name=value>' argument 'churn' is invalid. It takes the form NAME=VALUE, as in --set 'churn=0.05 USD'; see 'plumb solve --help'\n",
    ],
  ])('answers %j in one sentence, status 2', async (args, sentence) => {
    expect(await plumb(here, ...args)).toEqual({ status: 2, out: '', err: sentence })
  })

  it('without a command shows the help on standard error, status 2', async () => {
    const { status, out, err } = await plumb(here)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain('Usage: plumb')
  })
})

describe('the examples of the help', () => {
  const scene = scratchFolder()
  afterAll(scene.remove)
  const commands = ['new', 'check', 'solve', 'report', 'compile', 'explain']

  /** What is to be typed, and the line below it. */
  async function examplesOf(command: string): Promise<readonly (readonly [string, string])[]> {
    const { out } = await plumb(here, command, '--help')
    return Array.from(out.matchAll(/^ {2}\$ plumb (.+)\n {4}(.+)$/gm), ([, typed = '', shown = '']) => [
      typed,
      shown,
    ])
  }

  it('do what they say', async () => {
    await plumb(scene, 'new', 'menus')
    const tried: string[] = []
    for (const [typed, shown] of (await Promise.all(commands.map(examplesOf))).flat()) {
      const [line = '', target] = typed.split(' > ')
      const words = Array.from(line.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? '')
      const outcome = await plumb(scene, ...words.map((word) => word.replace('*', 'assistant')))
      if (target !== undefined) writeFileSync(join(scene.folder, target), outcome.out)
      const literal = /^(?:no errors|error\[|\{"schema|::)/.test(shown)
      expect(outcome.status, typed).toBe(/^(?:error\[|::error)/.test(shown) ? 1 : 0)
      if (literal) expect(outcome.out, typed).toContain(shown.split('…')[0])
      tried.push(typed)
    }
    expect(tried.length).toBeGreaterThanOrEqual(14)
  })
})
