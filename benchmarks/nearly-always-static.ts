// How often a strict cascade is the provider's optimum, over games drawn from several priors.
//
//   npm run bench:static               40,000 games a prior, some 15 seconds
//   npm run bench:static -- 400000 7   how many, and from which seed
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@plumbline/compiler'
import { at } from '@plumbline/game'
import { stream } from '../packages/solver/src/leader/testing/random-games.ts'
import {
  inConflict,
  priors,
  realPrior,
  survey,
  type Draw,
  type Prior,
  type Share,
} from '../packages/solver/src/paper/testing/survey.ts'

type Models = Pick<Draw, 'p' | 'c' | 't'>

/** All pairs of models of a library of one maker, the cheaper one first. */
function pairsOf(path: string): readonly Models[] {
  const text = readFileSync(path, 'utf8')
  const names = [...text.matchAll(/^model (\w+)/gm)].map(([, name = '']) => name)
  const game = `${text}
    menu all = static(${names.join(', ')})
    user someone { value: 60 s }
    provider maker { offers: all }`
  const { instance } = compile({ name: path, text: game })
  if (instance === null) throw new Error(`${path} does not compile`)
  const evaluated = at(instance, new Map(), ({ arithmetic: ar, models }) =>
    models.map(({ cost, latency, success }) => ({
      cost: ar.toNumber(cost),
      latency: ar.toNumber(latency),
      success: ar.toNumber(success),
    })),
  )
  if (!evaluated.ok) throw new Error(`${path} does not evaluate`)
  const models = evaluated.value
  return models.flatMap((one) =>
    models.flatMap((other): readonly Models[] =>
      one.cost < other.cost
        ? [
            {
              p: [one.success, other.success],
              c: [one.cost, other.cost],
              t: [one.latency, other.latency],
            },
          ]
        : [],
    ),
  )
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`
const share = ({ games, cascades, saving }: Share): string =>
  saving === null ? percent(cascades, games) : `${percent(cascades, games)}, saves ${percent(saving, 1)}`

function row({ name, draw }: Prior, games: number, seed: number): readonly string[] {
  const next = stream(seed)
  const { all, rising, falling, risingInConflict, fallingInConflict } = survey(() => draw(next), games)
  const opposed = rising.games + falling.games
  return [
    name,
    percent(all.games - all.cascades, all.games),
    percent(opposed, all.games),
    percent(risingInConflict.games + fallingInConflict.games, opposed),
    percent(rising.cascades, rising.games),
    share(risingInConflict),
    percent(falling.cascades, falling.games),
    share(fallingInConflict),
  ]
}

const games = Number(process.argv[2] ?? 40_000)
const seed = Number(process.argv[3] ?? 1)
const menus = join(import.meta.dirname, '..', 'examples', 'menus')
const pairs = readdirSync(menus)
  .filter((name) => /^aider-.*\.game$/.test(name))
  .toSorted()
  .flatMap((name) => pairsOf(join(menus, name)))
const all = [...priors, realPrior(pairs)]

console.log(`${games.toLocaleString('en')} games a prior, seed ${seed}\n`)
for (const { name, drawn } of all) console.log(`- ${name}: ${drawn}`)
console.log(
  `\n${pairs.length} real pairs, ${pairs.filter((pair) => inConflict({ ...pair, V: 0, P: 0 })).length} in conflict\n`,
)
const heads = [
  'prior',
  'static',
  'opposite signs',
  'of them in conflict',
  '- +',
  '- + in conflict',
  '+ -',
  '+ - in conflict',
]
console.log(`| ${heads.join(' | ')} |`)
console.log(`|${heads.map(() => ' --- ').join('|')}|`)
for (const prior of all) console.log(`| ${row(prior, games, seed).join(' | ')} |`)
