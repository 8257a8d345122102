// Games at a tie, or 10^-17 to 10^-40 beside one, whose verdict is known by the way they are made: no wrong verdict, and ties
// called ties. A few minutes for a million.
//
//   npm run near-ties                  a million games
//   npm run near-ties -- 10000 7       how many, and from which seed
import { adaptive } from '@plumbline/game'
import { nearTie, verdict } from '../packages/solver/src/leader/testing/near-ties.ts'
import { stream } from '../packages/solver/src/leader/testing/random-games.ts'

const games = Number(process.argv[2] ?? 1_000_000)
const next = stream(Number(process.argv[3] ?? 1))

interface Tally {
  games: number
  ties: number
  wrong: number
}

const tallies = new Map<string, Tally>()
const begun = performance.now()
for (let index = 0; index < games; index += 1) {
  const game = nearTie(next, index)
  const tally = tallies.get(game.family) ?? { games: 0, ties: 0, wrong: 0 }
  tallies.set(game.family, tally)
  tally.games += 1
  if (game.side === 0) tally.ties += 1
  const said = verdict(adaptive, game)
  if (said === game.side) continue
  tally.wrong += 1
  if (tally.wrong <= 3)
    console.log(`wrong: ${game.family}, ${said} for ${game.side}: ${JSON.stringify(game.sample)}`)
}
const seconds = (performance.now() - begun) / 1000

console.log('| boundary | games | ties | wrong |\n| --- | --- | --- | --- |')
for (const [family, tally] of tallies) {
  console.log(
    `| ${family} | ${tally.games.toLocaleString('en')} | ${tally.ties.toLocaleString('en')} | ${tally.wrong} |`,
  )
}
console.log(`\n${Math.round(seconds)} s, ${((1e6 * seconds) / games).toFixed(0)} µs a game`)
const wrong = [...tallies.values()].reduce((sum, tally) => sum + tally.wrong, 0)
if (wrong > 0) process.exitCode = 1
