// What reading a game costs: `parse` and `compile` (all of `plumb check`) over generated files of 10 lines to 1 MB, beside
// `JSON.parse` of the same information; the first time in a process and warm; and files of 1,000 mistakes.
//
//   npm run bench:front-end          some 30 seconds
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { compile, renderText } from '@plumbline/compiler'
import { parse } from '@plumbline/parser'
import { brokenGames, generatedGame, type Generated } from './front-end/games.ts'

const sizes = [10, 100, 500, 2000, 10_000, 33_000]

/** Milliseconds that a call takes. */
function timed(call: () => unknown): number {
  const start = performance.now()
  call()
  return performance.now() - start
}

/** The median time of each call; the calls take turns, so that a busy machine slows all alike. */
function medians(calls: readonly (() => unknown)[], turns: number): readonly number[] {
  const times = calls.map((): number[] => [])
  for (let turn = 0; turn < turns; turn++) calls.forEach((call, index) => times[index]?.push(timed(call)))
  return times.map((all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN)
}

function fileOf({ text }: Generated): { readonly name: string; readonly text: string } {
  return { name: 'generated.game', text }
}

/** Milliseconds of the first compilation in a fresh process, its loading aside; the median of five processes. */
function cold(lines: number): number {
  const times = Array.from({ length: 5 }, () => {
    const self = fileURLToPath(import.meta.url)
    return Number(spawnSync(process.execPath, [self, '--cold', String(lines)], { encoding: 'utf8' }).stdout)
  })
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN
}

function row(cells: readonly (string | number)[]): void {
  console.log(cells.map((cell) => String(cell).padStart(10)).join(''))
}

function compareSizes(): void {
  row(['lines', 'KiB', 'JSON ms', 'parse ms', 'check ms', 'µs/line', '/ JSON', '/ parse', 'first ms'])
  for (const lines of sizes) {
    const generated = generatedGame(lines)
    const file = fileOf(generated)
    const { instance, diagnostics } = compile(file)
    if (instance === null) throw new Error(renderText(diagnostics))
    const turns = Math.max(7, Math.min(400, Math.round(60_000 / lines)))
    const calls = [() => JSON.parse(generated.json) as unknown, () => parse(file), () => compile(file)]
    medians(calls, Math.ceil(turns / 3))
    const [json = 0, parsed = 0, checked = 0] = medians(calls, turns)
    row([
      generated.lines,
      (generated.text.length / 1024).toFixed(1),
      json.toFixed(3),
      parsed.toFixed(2),
      checked.toFixed(2),
      ((checked / generated.lines) * 1000).toFixed(1),
      (checked / json).toFixed(0),
      (checked / parsed).toFixed(1),
      cold(lines).toFixed(0),
    ])
  }
}

function timeMistakes(): void {
  row(['mistakes', 'lines', 'check ms', 'print ms', ' '])
  for (const { name, text, lines } of brokenGames(1000)) {
    const file = { name: 'broken.game', text }
    const found = compile(file).diagnostics
    const [checked = 0, printed = 0] = medians([() => compile(file), () => renderText(found)], 5)
    row([found.length, lines, checked.toFixed(0), printed.toFixed(0), `  ${name}`])
  }
}

const [mode, lines] = process.argv.slice(2)
if (mode === '--cold') {
  const file = fileOf(generatedGame(Number(lines)))
  process.stdout.write(String(timed(() => compile(file))))
} else {
  console.log(`Node ${process.version}; medians, in turn\n`)
  compareSizes()
  console.log()
  timeMistakes()
}
