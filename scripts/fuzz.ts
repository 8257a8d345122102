import { join } from 'node:path'
import { treat, type Trial } from './fuzz/faults.ts'
import { gamesIn, library, scraps } from './fuzz/games.ts'
import { generator, mutate, pick } from './fuzz/mutate.ts'

// Mutates the example games and generated ones and checks that no mutation crashes the parser, the compiler, the formatter, the fixes or
// the solver, or takes long; that every message can be printed and points into its file; that the layout keeps its
// laws; that a file that compiles gives an instance that is read back, and the same one after it is laid out; and that
// an instance whose JSON is changed in one place is refused with a sentence or taken, and never throws.
//
//   npm run fuzz -- 100000 1        how many mutations, and the seed

const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number)
const random = generator(seed)
const texts = gamesIn(join(import.meta.dirname, '..', 'examples'), seed)
// In milliseconds of processor time, which a busy machine does not lengthen as it does the time of the clock.
const slowest = 5000
const longest = 50_000

function mutated(text: string): string {
  let changed = text
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--)
    changed = mutate(changed, random, texts, scraps).slice(0, longest)
  return changed
}

function trialOf(text: string): Trial {
  const changesLibrary = random() < 0.3
  return {
    text: mutated(text),
    library: changesLibrary ? mutated(library) : library,
    mend: random() < 0.05,
    solve: random() < 0.2,
    random,
  }
}

const started = Date.now()
let told = started

/** A line of its own now and then, where standard error is kept in a file. */
function tell(done: number): void {
  told = Date.now()
  const seconds = Math.round((told - started) / 1000)
  process.stderr.write(`${done} of ${count} mutations, ${games} of which compile, after ${seconds} s\n`)
}

let games = 0
for (let index = 0; index < count; index++) {
  const trial = trialOf(pick(random, texts))
  const began = process.cpuUsage()
  let wrong: string | null
  try {
    const { fault, compiled } = treat(trial)
    wrong = fault
    if (compiled) games++
  } catch (error) {
    wrong = error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const { user, system } = process.cpuUsage(began)
  const took = (user + system) / 1000
  if (took > slowest) wrong ??= `it took ${Math.round(took)} ms of processor time`
  if (wrong !== null) {
    console.error(`mutation ${index} of seed ${seed}: ${wrong}`)
    console.error(
      `--- the text\n${JSON.stringify(trial.text)}\n--- the library\n${JSON.stringify(trial.library)}`,
    )
    process.exit(1)
  }
  if (process.stderr.isTTY && index % 500 === 0) process.stderr.write(`\r${index} of ${count}`)
  if (!process.stderr.isTTY && Date.now() - told > 30_000) tell(index + 1)
}
if (process.stderr.isTTY) process.stderr.write('\r')
console.log(`${count} mutations, ${games} of which compile, and none that breaks a promise (seed ${seed})`)
