import { explainWords, vocabulary } from '@plumbline/compiler'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SolutionDocument } from '@plumbline/game'
import { plumb, scratchFolder } from './testing/plumb.ts'

const { folder, remove } = scratchFolder()
const here = { folder }
const game = 'first/assistant.game'
const broken = `game broken
model quick { success: 60%, latency: 3 s, cost: 0.002 USD }
model slow { success: 90%, latency: 4 USD, cots: 0.05 USD }
menu tiers = cascade(quick, slow)
user one { value: 1 USD, patience: 10 USD/h }
provider ours { offers: tiers }
`

beforeAll(async () => {
  expect((await plumb(here, 'new', 'first')).status).toBe(0)
  writeFileSync(join(folder, 'broken.game'), broken)
  writeFileSync(join(folder, 'menu.game'), 'model quick { success: 60%, latency: 3 s, cost: 0.002 USD }\n')
})
afterAll(remove)

describe('plumb new', () => {
  it('writes a game that solves, and says what to do next', async () => {
    const outcome = await plumb(here, 'new', 'second/place')
    expect(outcome.status).toBe(0)
    expect(outcome.out).toMatch(/^wrote second\/place\/assistant\.game\n/)
    expect((await plumb(here, 'check', 'second/place/assistant.game')).out).toBe(
      'no errors, 2 asserts hold\n',
    )
  })

  it('never writes over a file', async () => {
    const before = readFileSync(join(folder, game), 'utf8')
    const { status, out, err } = await plumb(here, 'new', 'first')
    expect([status, out]).toEqual([2, ''])
    expect(err).toBe(`plumb: ${game} is there already, and stays as it is; choose another folder\n`)
    expect(readFileSync(join(folder, game), 'utf8')).toBe(before)
  })
})

describe('plumb check', () => {
  it('finds every mistake of a file in one run, status 1', async () => {
    const { status, out, err } = await plumb(here, 'check', 'broken.game')
    expect([status, err]).toEqual([1, ''])
    expect(out).toContain('┌─ broken.game:3:37')
    expect(out).toContain('cots')
    expect(out).toMatch(/^[2-9] errors/m)
  })

  it('prints one JSON object a line, or workflow commands', async () => {
    const json = await plumb(here, 'check', '--json', 'broken.game')
    const codes = json.out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { code: string }).code)
    expect(codes.length).toBeGreaterThanOrEqual(2)
    const github = await plumb(here, 'check', '--format', 'github', 'broken.game')
    expect(github.out.match(/^::error file=broken\.game,line=\d,/gm)).toHaveLength(codes.length)
    expect([json.status, github.status]).toEqual([1, 1])
  })

  it('fails where an assert does, with its place and the numbers', async () => {
    const { status, out } = await plumb(here, 'check', game, '--set', 'hurry=40 USD/h')
    expect(status).toBe(1)
    expect(out).toContain('our routing may cost a customer at most five cents a task')
    expect(out).toContain('assert customer.gap <= 0.05 USD')
    expect(out).toContain('1 error, 1 assert holds')
  })

  it('passes a file that is for others to import', async () => {
    expect((await plumb(here, 'check', 'menu.game')).status).toBe(0)
  })

  it('goes on to the other files after one that cannot be read', async () => {
    const { status, out, err } = await plumb(here, 'check', 'broken.game', 'none.game')
    expect(status).toBe(2)
    expect(out).toContain('broken.game:3:')
    expect(err).toContain('plumb: there is no file none.game')
  })

  it('is silent about a good file when asked to be', async () => {
    expect(await plumb(here, 'check', '--quiet', game)).toEqual({ status: 0, out: '', err: '' })
  })
})

describe('plumb solve', () => {
  it('prints a summary within 80 columns', async () => {
    const { status, out, err } = await plumb(here, 'solve', game)
    expect([status, err]).toEqual([0, ''])
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(out).toContain('Quick')
  })

  it('prints one document a line for machines', async () => {
    const { status, out } = await plumb(here, 'solve', '--json', game, game)
    const documents = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as SolutionDocument)
    expect(status).toBe(0)
    expect(documents.map(({ schema }) => schema)).toEqual(['plumbline/solution@1', 'plumbline/solution@1'])
    expect(documents[0]?.route?.start).toBe('quick')
    // L1 = 8/0.3 s against L2 = 17/0.9 s, at 20 USD an hour.
    expect(documents[0]?.misalignment.gap).toBeCloseTo((20 / 3600) * (8 / 0.3 - 17 / 0.9), 12)
  })

  it('reads standard input', async () => {
    const input = readFileSync(join(folder, game), 'utf8')
    const fromFile = await plumb(here, 'solve', '--json', game)
    expect(await plumb({ folder, input }, 'solve', '--json', '-')).toEqual(fromFile)
  })

  it('takes other values for params, as expressions', async () => {
    const solved = await plumb(
      here,
      'solve',
      '--json',
      game,
      '--set',
      'hurry=2 * 5 USD/h',
      '--set',
      'churn=1 USD',
    )
    const { misalignment } = JSON.parse(solved.out) as SolutionDocument
    expect(misalignment.gap).toBeCloseTo((10 / 3600) * (8 / 0.3 - 17 / 0.9), 12)
  })

  it.each([
    ['hury=1 USD/h', 'hurry'],
    ['hurry=1 USD', 'USD'],
    ['hurry=1000 USD/h', '--set hurry:1:1'],
    ['hurry=', 'NAME=VALUE'],
  ])('refuses --set %s', async (setting, word) => {
    const { status, out, err } = await plumb(here, 'solve', '--json', game, '--set', setting)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(word)
  })

  it('still prints the solution where an assert fails, status 1', async () => {
    const { status, out, err } = await plumb(here, 'solve', '--json', game, '--set', 'hurry=40 USD/h')
    expect(status).toBe(1)
    expect((JSON.parse(out) as SolutionDocument).asserts.map(({ holds }) => holds)).toEqual([false, true])
    expect(err).toContain('five cents')
  })

  it('says what a file for others to import lacks', async () => {
    const { status, out, err } = await plumb(here, 'solve', 'menu.game')
    expect([status, out]).toEqual([1, ''])
    expect(err).toContain('menu.game declares no user and no provider')
  })

  it('colours diagnostics on a terminal only', async () => {
    const escape = '\u001b['
    expect((await plumb(here, 'solve', 'broken.game')).err).not.toContain(escape)
    expect((await plumb({ folder, terminal: true }, 'solve', 'broken.game')).err).toContain(escape)
    expect(
      (await plumb({ folder, terminal: true, env: { NO_COLOR: '1' } }, 'solve', 'broken.game')).err,
    ).not.toContain(escape)
  })
})

describe('plumb compile', () => {
  it('prints an instance that solves to the same document', async () => {
    const compiled = await plumb(here, 'compile', game)
    expect(compiled.status).toBe(0)
    expect(JSON.parse(compiled.out)).toMatchObject({ schema: 'plumbline/game@1', name: 'assistant' })
    writeFileSync(join(folder, 'assistant.json'), compiled.out)
    const direct = await plumb(here, 'solve', '--json', game)
    expect(await plumb(here, 'solve', '--json', 'assistant.json')).toEqual(direct)
    expect(await plumb({ folder, input: compiled.out }, 'solve', '--json', '-')).toEqual(direct)
  })

  it('keeps params open: an instance takes other values without the file', async () => {
    writeFileSync(join(folder, 'open.json'), (await plumb(here, 'compile', game)).out)
    const direct = await plumb(here, 'solve', '--json', game, '--set', 'hurry=40 USD/h')
    const loaded = await plumb(here, 'solve', '--json', 'open.json', '--set', 'hurry=40 USD/h')
    expect(loaded.out).toBe(direct.out)
    expect(loaded.status).toBe(1)
  })

  it.each([
    ['{', 'JSON'],
    ['[]', 'instance'],
    ['{"schema":"plumbline/game@1"}', 'name'],
  ])('says what is wrong with the instance %s', async (text, word) => {
    writeFileSync(join(folder, 'bad.json'), text)
    const { status, out, err } = await plumb(here, 'solve', 'bad.json')
    expect([status, out]).toEqual([1, ''])
    expect(err).toMatch(/^plumb: bad\.json /)
    expect(err).toContain(word)
  })
})

it('an instance of another version is named as such', async () => {
  const compiled = await plumb(here, 'compile', game)
  writeFileSync(join(folder, 'newer.json'), compiled.out.replace('plumbline/game@1', 'plumbline/game@2'))
  const { status, err } = await plumb(here, 'solve', 'newer.json')
  expect(status).toBe(1)
  expect(err).toContain('plumbline/game@1')
})

describe('plumb report', () => {
  it.each(['html', 'md', 'txt', 'json'])('writes .%s', async (extension) => {
    const outcome = await plumb(here, 'report', game, '-o', `report.${extension}`)
    expect(outcome).toEqual({ status: 0, out: '', err: `wrote report.${extension}\n` })
    expect(readFileSync(join(folder, `report.${extension}`), 'utf8')).toContain('Support desk')
  })

  it('prints text without -o', async () => {
    const { status, out } = await plumb(here, 'report', game)
    expect(status).toBe(0)
    expect(out).toContain('Support desk')
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  it.each([
    [
      'report.pdf',
      "cannot tell from 'report.pdf' how to write the report; end it in .html, .md, .txt or .json",
    ],
    ['no/such/report.md', 'cannot write no/such/report.md: there is no such folder'],
  ])('refuses to write %s, status 2', async (path, sentence) => {
    expect(await plumb(here, 'report', game, '-o', path)).toEqual({
      status: 2,
      out: '',
      err: `plumb: ${sentence}\n`,
    })
  })

  it('never writes over the game that it is about', async () => {
    writeFileSync(join(folder, 'self.json'), (await plumb(here, 'compile', game)).out)
    const { status, err } = await plumb(here, 'report', 'self.json', '-o', './self.json')
    expect(status).toBe(2)
    expect(err).toContain('would overwrite self.json')
  })

  it('writes nothing where the game has errors', async () => {
    expect((await plumb(here, 'report', 'broken.game', '-o', 'broken.md')).status).toBe(1)
    expect(existsSync(join(folder, 'broken.md'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('plumb explain', () => {
  it('lists every code, and explains each of them', async () => {
    const [codes = ''] = (await plumb(here, 'explain')).out.split('\n\n')
    const list = codes.split('\n')
    expect(list.length).toBeGreaterThan(20)
    for (const line of list) {
      const code = line.slice(0, 5)
      const { status, out } = await plumb(here, 'explain', code)
      expect(status).toBe(0)
      expect(out).toContain(code)
      expect(out).toContain('Mended:')
    }
  })

  it('lists codes and words for machines', async () => {
    const listed: unknown = JSON.parse((await plumb(here, 'explain', '--json')).out)
    expect(listed).toMatchObject({
      codes: expect.arrayContaining([
        expect.objectContaining({ code: 'E0214', severity: 'error' }),
      ]) as unknown,
      words: expect.arrayContaining([
        expect.objectContaining({ name: 'cascade', is: 'menu' }),
        expect.objectContaining({ name: 'latency', is: 'field', of: 'model' }),
      ]) as unknown,
    })
  })

  it('takes a code in any case, and guesses at a wrong one', async () => {
    const [first = ''] = (await plumb(here, 'explain')).out.split(' ')
    expect(await plumb(here, 'explain', first.toLowerCase())).toEqual(await plumb(here, 'explain', first))
    const { status, err } = await plumb(here, 'explain', `${first}9`)
    expect(status).toBe(2)
    expect(err).toContain(`did you mean '${first}'?`)
  })

  it('explains every word of the language, and guesses at a wrong one', async () => {
    const words = explainWords(vocabulary)
    expect(new Set(words.map(({ is }) => is)).size).toBe(7)
    for (const { name, of, doc, example } of words) {
      const { status, out } = await plumb(here, 'explain', of === null ? name : `${of}.${name}`)
      expect(status).toBe(0)
      expect(out.replaceAll('\n', ' ')).toContain(`: ${doc}.`)
      expect(out).toContain(example.split('\n')[0])
      expect(out).not.toMatch(/undefined|null/)
    }
    const { status, err } = await plumb(here, 'explain', 'casacde')
    expect(status).toBe(2)
    expect(err).toContain("did you mean 'cascade'?")
  })
})

describe('plumb check --fix', () => {
  it('applies what is safe, says what, and checks what is left', async () => {
    writeFileSync(
      join(folder, 'slips.game'),
      broken.replace('latency: 4 USD, cots: 0.05 USD', 'latency = 4 sec, cost: 0.05 USD'),
    )
    const { status, out, err } = await plumb(here, 'check', '--fix', 'slips.game')
    expect(err).toMatch(/^applied \d fixes to slips\.game:\n/)
    expect([status, out.includes('error[')]).toEqual([0, false])
    expect(readFileSync(join(folder, 'slips.game'), 'utf8')).toMatch(/latency ?: 4 s, cost/)
  })

  it('leaves standard input alone', async () => {
    const { status, err } = await plumb({ folder, input: broken }, 'check', '--fix', '-')
    expect([status, err]).toEqual([2, 'plumb: --fix mends files, and standard input is no .game file\n'])
  })
})
