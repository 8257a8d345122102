import { generator } from './fuzz/mutate.ts'
import { trial } from './brute-force/trial.ts'

// Solves random games and compares every answer with what a slow search over routes and answers comes upon: no bound may
// exceed what the search found, no answer may be worse than it by more than the tolerance.
//
//   npm run brute-force -- 1000 1 1e-4 2000       how many games, the seed, the tolerance and the most boxes to look at

const [count = 1000, seed = 1, tolerance = 1e-4, nodes = 2000] = process.argv.slice(2).map(Number)
let wrong = 0
let open = 0
const times: number[] = []
for (let index = 0; index < count; index++) {
  const own = seed * 1_000_000 + index
  try {
    const { text, faults, document, milliseconds } = trial(generator(own), { tolerance, nodes, tries: 60 })
    times.push(milliseconds)
    const { lower = 0, upper = 0, tolerance: asked = 0 } = document?.certificate ?? {}
    if (upper - lower > asked * Math.abs(upper) + 1e-12) {
      open++
      console.log(
        `open ${own}: ${((upper - lower) / Math.abs(upper)).toExponential(1)} in ${milliseconds.toFixed(0)} ms`,
      )
    }
    if (process.env['EACH'] !== undefined) console.log(`${own} ${milliseconds.toFixed(0)} ms`)
    if (milliseconds > 5000) console.log(`slow ${own}: ${milliseconds.toFixed(0)} ms`)
    if (faults.length === 0) continue
    wrong++
    console.log(`--- game ${own}\n${text}\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  } catch (error) {
    wrong++
    console.log(`--- game ${own}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}
times.sort((x, y) => x - y)
const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)
console.log(
  `${count} games, ${wrong} with faults, ${open} beyond the tolerance; ms: median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}`,
)
