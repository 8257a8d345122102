import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SolutionDocument } from '@plumbline/game'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plumb, scratchFolder } from './testing/plumb.ts'

/** Names that every object of JavaScript has or inherits. */
const hostile = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'isPrototypeOf',
  '__defineGetter__',
  '__lookupSetter__',
  'toLocaleString',
  'propertyIsEnumerable',
]

/** Names of the same lengths that mean nothing. */
const harmless = hostile.map((name, index) => `n${String(index)}`.padEnd(name.length, 'x'))

const markup = '<img src=x onerror=alert(1)>'

/** A game in which everything that can have a name has one, and labels are markup and formulas of a spreadsheet. */
function gameOf(names: readonly string[], withTasks: boolean): string {
  const [weak, strong, user, param, let_, menu, provider, sweep, easy, hard] = names
  const success = (one: string, other: string): string =>
    withTasks ? `success.${String(easy)}: ${one}\n  success.${String(hard)}: ${other}` : `success: ${one}`
  const tasks = `task ${String(easy)} "${markup}" { weight: 1 }\ntask ${String(hard)} "=cmd()" { weight: 2 }\n`
  return `game the_game "${markup}"
param ${String(param)} = 0.10 USD in 0 USD .. 1 USD
let ${String(let_)} = 4 s
${withTasks ? tasks : ''}
/// ${markup}
model ${String(weak)} "=cmd()" {
  ${success('62%', '50%')}
  latency: ${String(let_)}
  cost:    0.002 USD
}
model ${String(strong)} "${markup}" {
  ${success('90%', '80%')}
  latency: 30 s
  cost:    0.03 USD
}
menu ${String(menu)} "@SUM(1)" = cascade(${String(weak)}, ${String(strong)})
user ${String(user)} "+1<script>alert(2)</script>" {
  value:    0.50 USD
  patience: 40 USD/h
}
provider ${String(provider)} "-2" {
  offers:  ${String(menu)}
  penalty: ${String(param)}
}
assert ${String(user)}.gap <= 5 USD "${markup}"
sweep ${String(sweep)} {
  ${String(param)}: linear(0 USD, 1 USD, 3)
}
`
}

/** The harmless names in a text of the harmless game, as the hostile game has them. */
function renamed(text: string, names: readonly string[]): string {
  return names.reduce((all, name, index) => all.replaceAll(harmless[index] ?? '', name), text)
}

const rotations = [0, 4].map((by) => [...hostile.slice(by), ...hostile.slice(0, by)])

interface Command {
  readonly line: readonly string[]
  /** The file that it writes, or where what it prints is kept. */
  readonly file: string | null
  /** A picture of what another command of the list says in full: it is not run again with harmless names. */
  readonly page?: true
}

const commands: readonly Command[] = [
  { line: ['check', 'a.game'], file: null },
  { line: ['check', '--format', 'json', 'a.game'], file: null },
  { line: ['fmt', '--diff', 'a.game'], file: null },
  { line: ['compile', 'a.game'], file: 'a.json' },
  { line: ['check', 'a.json'], file: null },
  { line: ['solve', 'a.json'], file: null },
  { line: ['solve', '--json', 'a.game'], file: 's.json' },
  { line: ['verify', 'a.game', 's.json'], file: null },
  { line: ['report', 'a.game', '-o', 'r.html'], file: 'r.html', page: true },
  { line: ['report', 'a.game', '-o', 'r.md'], file: 'r.md', page: true },
  { line: ['report', 'a.game', '-o', 'r.txt'], file: 'r.txt', page: true },
  { line: ['report', 'a.game', '-o', 'r.json'], file: 'r.json' },
  { line: ['sweep', 'a.game', '-o', 'w.csv'], file: 'w.csv' },
  { line: ['sweep', 'a.game', '-o', 'w.jsonl'], file: 'w.jsonl' },
  { line: ['compare', 'a.game', '--then', 'PARAM=0.5 USD'], file: null },
  { line: ['compare', 'a.game', '--then', 'PARAM=0.5 USD', '-o', 'c.html'], file: 'c.html', page: true },
  { line: ['simulate', 'a.game', '--tasks', '100', '--trace', '1'], file: null },
]

const scratch = scratchFolder()
afterAll(() => {
  scratch.remove()
})

/** What every command says and writes of a game, by its command line. */
async function sayings(names: readonly string[], withTasks: boolean): Promise<Map<string, string>> {
  const { folder } = scratch
  const said = new Map<string, string>()
  writeFileSync(join(folder, 'a.game'), gameOf(names, withTasks))
  for (const { line, file, page } of commands) {
    if (page === true && names === harmless) continue
    const typed = line.map((word) => word.replace('PARAM', names[3] ?? ''))
    const { status, out, err } = await plumb({ folder }, ...typed)
    const path = file === null ? null : join(folder, file)
    if (path !== null && !line.includes('-o')) writeFileSync(path, out)
    const written = path === null ? '' : readFileSync(path, 'utf8')
    said.set(line.join(' '), [`status ${String(status)}`, out, err, written].join('\n'))
  }
  return said
}

const members = (): readonly unknown[] =>
  [Object.prototype, Array.prototype, Function.prototype].map((prototype) => Reflect.ownKeys(prototype))

describe('a game with hostile names and labels', () => {
  const before = members()
  let said = new Map<string, string>()
  let plain = new Map<string, string>()
  beforeAll(async () => {
    plain = await sayings(harmless, false)
    said = await sayings(hostile, false)
  }, 60_000)

  it.each(commands.map(({ line }) => line.join(' ')))('is any other game to plumb %s', (line) => {
    const other = plain.get(line)
    expect(said.get(line)).toMatch(/^status 0\n/)
    if (other !== undefined) expect(said.get(line)).toBe(renamed(other, hostile))
  })

  it('has its values under their names in JSON', () => {
    const solution = JSON.parse(readFileSync(join(scratch.folder, 's.json'), 'utf8')) as SolutionDocument
    expect(Object.entries(solution.route?.escalation ?? {})).toEqual([['__proto__', expect.any(Number)]])
    expect(Object.keys(solution.models[0]?.netValue ?? {})).toEqual(['hasOwnProperty'])
  })

  it('brings no markup into a page', () => {
    for (const name of ['r.html', 'c.html']) {
      const page = readFileSync(join(scratch.folder, name), 'utf8')
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
      expect(page).not.toMatch(/<img src=x|<script>alert/)
    }
    expect(readFileSync(join(scratch.folder, 'r.md'), 'utf8')).not.toMatch(/<img|<script/)
  })

  it('writes no formula into a spreadsheet', () => {
    const cells = readFileSync(join(scratch.folder, 'w.csv'), 'utf8').split(/[,\n]/)
    const formulas = cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)))
    expect(formulas.filter((cell) => !/^[+-]{2}$/.test(cell))).toEqual([])
  })

  it('leaves what every object inherits as it was', () => {
    expect(members()).toEqual(before)
  })

  it.each(rotations)('is the same whatever has which name: %s', async (...names) => {
    const of = async (all: readonly string[]): Promise<string> => {
      writeFileSync(join(scratch.folder, 'b.game'), gameOf(all, true))
      return (await plumb({ folder: scratch.folder }, 'solve', '--json', 'b.game')).out
    }
    expect(JSON.parse(await of(names))).toEqual(JSON.parse(renamed(await of(harmless), names)))
  })

  it.each(hostile)('is no word that plumb explain knows: %s', async (name) => {
    const { status, err } = await plumb({ folder: scratch.folder }, 'explain', name)
    expect([status, err]).toEqual([2, expect.stringContaining(name)])
  })
})

describe('a table with hostile cells', () => {
  it.each([
    ['t.csv', `name,__proto__,constructor\n__proto__,1,2\n=cmd(),1,2\n"${markup}",1,2\nconstructor,1,2\n`],
    [
      't.json',
      JSON.stringify(
        ['__proto__', '=cmd()', markup, 'constructor'].map((name) => ({
          name,
          ['__proto__']: 1,
          constructor: 2,
        })),
      ),
    ],
  ])('becomes models: %s', async (name, text) => {
    writeFileSync(join(scratch.folder, name), text)
    const { status, out, err } = await plumb(
      { folder: scratch.folder },
      'import', name, '--name', 'name', '--success', 'proto of constructor', '--latency', '1 s', '--cost', '1 USD',
    ) // prettier-ignore
    expect([status, err]).toEqual([0, ''])
    expect(out.match(/^model .*$/gm)).toEqual([
      'model proto "__proto__" {',
      'model cmd "=cmd()" {',
      `model img_src_x_onerror_alert_1 "${markup}" {`,
      'model constructor {',
    ])
    expect(out.match(/1 of 2/g)).toHaveLength(4)
  })
})
