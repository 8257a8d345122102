import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel, type Worker } from 'node:worker_threads'
import type { SolutionDocument } from '@plumbline/game'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { firstGame } from './actions/first-game.ts'
import { run } from './run.ts'
import { answerRows } from './sweeps/answer-rows.ts'
import { csvField } from './sweeps/row-text.ts'
import { plumb, scratchFolder } from './testing/plumb.ts'
import type { World } from './world.ts'

const { folder, remove } = scratchFolder()
afterAll(remove)

const sweeps = `
sweep penalties { churn: 0 USD .. 1 USD }
sweep values { customer.value: [0.1 USD, 0.4 USD], churn: linear(0 USD, 0.3 USD, 3) }
`

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'a.game'), firstGame)
  writeFileSync(join(folder, 'b.game'), `${firstGame}${sweeps}`)
})

const here = { folder }
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const axis = (text: string): readonly string[] => ['--axis', text]

async function inWorld(world: Partial<World>, ...args: readonly string[]) {
  let err = ''
  const quiet = { write: () => undefined, isTerminal: false, columns: null }
  const status = await run(args, {
    env: {},
    folder,
    out: quiet,
    err: { ...quiet, write: (text) => void (err += text) },
    readStandardInput: () => Promise.resolve(new Uint8Array()),
    ...world,
  })
  return { status, err }
}

/** Other threads, in this one: they answer as `worker.ts` does. */
const threads: World['threads'] = {
  most: 3,
  start: (_, data) => {
    const { port1, port2 } = new MessageChannel()
    answerRows(data as Parameters<typeof answerRows>[0], port2)
    const terminate = () => {
      port1.close()
      return Promise.resolve(0)
    }
    return Object.assign(port1, { terminate }) as unknown as Worker
  },
}

describe('plumb sweep', () => {
  it('tells a program what it wrote', async () => {
    const args = [...axis('churn=[0.1 USD, 0.2 USD]'), '--json']
    const done = await plumb(here, 'sweep', 'a.game', ...args, '-o', 'rows.csv')
    expect(done).toMatchObject({ status: 0, err: '' })
    const told = JSON.parse(done.out) as { readonly columns: readonly string[] }
    expect(told).toMatchObject({ output: 'rows.csv', rows: 2, from: 0, unsolved: 0 })
    expect(told.columns.join()).toBe(read('rows.csv').split('\r\n')[0]?.split('\n')[0])
  })

  it('writes what plumb solve says at each point', async () => {
    const done = await plumb(here, 'sweep', 'b.game', 'values', '-o', 'rows.jsonl')
    expect(done).toMatchObject({ status: 0, out: '', err: 'wrote rows.jsonl: 6 rows of 24 columns\n' })
    const rows = read('rows.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(rows.map((row) => [row['customer.value'], row['churn']])).toEqual([
      [0.1, 0],
      [0.1, 0.15],
      [0.1, 0.3],
      [0.4, 0],
      [0.4, 0.15],
      [0.4, 0.3], // prettier-ignore
    ])
    for (const row of rows.slice(3)) {
      const solved = await plumb(
        here,
        'solve',
        'a.game',
        '--json',
        '--set',
        `churn=${String(row['churn'])} USD`,
      )
      const { route, users, provider, throttling, welfare } = JSON.parse(solved.out) as SolutionDocument
      const [user] = users
      expect(row).toEqual({
        'customer.value': 0.4,
        churn: row['churn'],
        'route.start': route?.start,
        'route.escalation': route?.escalation?.['quick'],
        'route.cascades': route?.cascades,
        'customer.regime': user?.regime,
        'customer.abandonment': user?.abandonment,
        'customer.success': user?.success,
        'customer.attempts': user?.attempts,
        'customer.latency': user?.latency,
        'customer.utility': user?.utility,
        'customer.best_utility': user?.best.utility,
        'customer.gap': user?.gap,
        'desk.cost': provider.cost,
        'desk.serving': provider.serving,
        'desk.loss': provider.loss,
        'desk.regret': provider.regret,
        'throttling.pays': throttling?.pays,
        'throttling.gain': throttling?.gain,
        'throttling.harm': throttling?.harm,
        'throttling.starts_at': throttling?.startsAt,
        'throttling.ends_at': throttling?.endsAt,
        welfare,
        problem: null,
      })
    }
  })

  it('has a row with the reason for a point without a solution, and goes on', async () => {
    const done = await plumb(here, 'sweep', 'a.game', ...axis('quick.success=[0%, 50%, 110%]'), '-o', 'p.csv')
    expect(done.status).toBe(0)
    expect(done.err).toContain('2 rows without a solution')
    const rows = read('p.csv').trimEnd().split('\n')
    expect(rows[1]).toMatch(
      /^0,,+"the success of model 'quick' must be more than 0, at most 1 \(100 %\), and is 0"$/,
    )
    expect(rows[2]).toMatch(/^0\.5,.*,$/)
    expect(rows[3]).toMatch(/^1\.1,,+"the success of model 'quick' must be .* and is 1\.1"$/)
  })

  it('writes Parquet with the values of the other formats', async () => {
    const sweep = (out: string) =>
      plumb(here, 'sweep', 'b.game', 'penalties', ...axis('quick.latency=[4 s, -1 s]'), '-o', out)
    expect([(await sweep('s.jsonl')).status, (await sweep('s.parquet')).status]).toEqual([0, 0])
    const bytes = readFileSync(join(folder, 's.parquet'))
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const rows = await parquetReadObjects({ file })
    expect(rows).toEqual(
      read('s.jsonl')
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    )
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([])
  })

  it('writes the same bytes with any number of threads', async () => {
    const sweep = (out: string, count: string) =>
      inWorld({ threads }, 'sweep', 'b.game', 'penalties', ...axis('customer.value=linear(0.01 USD, 2 USD, 60)'), '--threads', count, '-o', out) // prettier-ignore
    expect((await sweep('one.csv', '1')).status).toBe(0)
    expect((await sweep('three.csv', '3')).status).toBe(0)
    expect(read('three.csv')).toBe(read('one.csv'))
  })

  it('goes on where it was stopped, and where its rows broke off, to the same bytes', async () => {
    const args = ['sweep', 'b.game', 'penalties', ...axis('customer.value=linear(0.01 USD, 2 USD, 40)')]
    expect((await plumb(here, ...args, '-o', 'whole.csv')).status).toBe(0)
    const stop = new AbortController()
    const drafts = () => readdirSync(folder).filter((name) => name.endsWith('.part'))
    const watch = setInterval(() => {
      if (drafts().some((name) => statSync(join(folder, name)).size > 3000)) stop.abort()
    }, 1)
    const stopped = await inWorld({ interrupted: stop.signal }, ...args, '-o', 'parts.csv')
    clearInterval(watch)
    expect(stopped.status).toBe(130)
    expect(stopped.err).toMatch(
      /stopped after [\d,]+ of 4,040 rows; the same command with --resume goes on from there/,
    )
    expect(readdirSync(folder)).not.toContain('parts.csv')
    const [draft = ''] = drafts()
    truncateSync(join(folder, draft), Math.max(0, statSync(join(folder, draft)).size - 7))
    const resumed = await plumb(here, ...args, '-o', 'parts.csv', '--resume')
    expect(resumed).toMatchObject({ status: 0 })
    expect(resumed.err).toMatch(/^going on after [\d,]+ of 4,040 rows\nwrote parts\.csv/)
    expect(read('parts.csv')).toBe(read('whole.csv'))
  })

  it('takes no rows of another sweep for its own', async () => {
    const stop = new AbortController()
    stop.abort()
    await inWorld({ interrupted: stop.signal }, 'sweep', 'b.game', 'penalties', '-o', 'x.csv')
    const other = await plumb(
      here,
      'sweep',
      'b.game',
      'penalties',
      '-o',
      'x.csv',
      '--resume',
      '--set',
      'churn=0.2 USD',
    )
    expect(other.err).toBe(
      'nothing to resume: this sweep begins with its first row\nwrote x.csv: 101 rows of 23 columns\n',
    )
  })

  it.each<[string, readonly string[], RegExp]>([
    [
      'a name that is none',
      axis('custmer.value=0 USD .. 1 USD'),
      /no number of the game called 'custmer\.value'[^]*did you mean 'customer\.value'\?/,
    ],
    [
      'a field that is none',
      axis('customer.hurry=[1]'),
      /an axis may move customer\.weight, customer\.value, customer\.patience/,
    ],
    ['another dimension', axis('churn=0 s .. 1 s'), /churn is an amount of money, but this is a time|money/],
    ['a range that breaks off', axis('churn=0 USD ..'), /--axis churn/],
    ['a geometric axis from 0', axis('churn=geometric(0 USD, 1 USD, 5)'), /more than 0/],
    ['no equals sign', axis('churn'), /takes the form PATH=RANGE/],
    ['a sweep that the file does not have', ['penalty'], /declares no sweep; type its axes/],
    ['nothing', [], /declares no sweep; type its axes/],
    [
      'too many points',
      [
        ...axis('churn=linear(0 USD, 1 USD, 100_000)'),
        ...axis('customer.value=linear(0 USD, 1 USD, 20_000)'),
      ],
      /2,000,000,000 points \(100,000 of churn × 20,000 of customer\.value\)[^]*would take/,
    ],
  ])('answers %s', async (_, args, message) => {
    const { status, err, out } = await plumb(here, 'sweep', 'a.game', ...args, '-o', 'x.csv')
    expect(err).toMatch(message)
    expect([status, out]).toEqual([2, ''])
    expect(readdirSync(folder)).toEqual(['a.game', 'b.game'])
  })

  it('answers an output that it cannot write', async () => {
    const to = async (out: string) => (await plumb(here, 'sweep', 'b.game', 'values', '-o', out)).err
    expect(await to('x.xlsx')).toContain('end it in .csv, .jsonl or .parquet')
    expect(await to('no/such.csv')).toContain('there is no such folder')
    expect(await to('.csv')).toContain('end it in .csv, .jsonl or .parquet')
  })
})

describe('a field of a CSV file', () => {
  it.each([
    ['=cmd()', "'=cmd()"],
    ['@sum', "'@sum"],
    ['-2+3', "'-2+3"],
    ['+-', '+-'],
    ['-', '-'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['=a,b', `"'=a,b"`],
    ['two\nlines', 'two lines'],
    [' edge', '" edge"'],
    [null, ''],
    [true, 'true'],
    [1e-7, '1e-7'],
  ])('is safe in a spreadsheet: %j is written %s', (cell, text) => {
    expect(csvField(cell)).toBe(text)
  })
})
