import { at, type GameInstance, type InputFlips } from '@plumbline/game'
import { solvedGame } from '../../../document/solved-game.ts'
import { num } from '../../../document/testing/sample-instance.ts'
import { solve } from '../../../document/solve.ts'
import { searchLimits } from '../../../search/limits.ts'
import { solvedVerdict } from '../solved-verdict.ts'

/** The flips of every number of a game. Tests only. */
export function flipsOf(instance: GameInstance, nodes?: number): readonly InputFlips[] {
  const result = solve(instance, new Map(), { with: ['flips'], ...(nodes === undefined ? {} : { nodes }) })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.document.flips?.inputs ?? []
}

/** Those of one number. */
export function flipsOfInput(instance: GameInstance, name: string, nodes?: number): InputFlips {
  const found = flipsOf(instance, nodes).find((each) => each.name === name)
  if (found === undefined) throw new Error(`no input ${name}`)
  return found
}

/** Start, replies, gap and throttling of the game solved alone with another value of one number. */
export function solvedAt(instance: GameInstance, name: string, value: string): string | null {
  const evaluation = at(instance, new Map([[name, num(value)]]), (game) => {
    const declared = game.users.map((_, index) => index)
    const result = solvedGame({ game, declared }, instance, searchLimits({}))
    if (!result.ok) throw new Error('not solved')
    const { start, replies, gap, throttling } = solvedVerdict(result.solved)
    return [start, ...replies, gap, throttling].join()
  })
  return evaluation.ok ? evaluation.value : null
}

/** The same of one side of a flip. */
export function sideOf({ route, replies, gap, throttling }: InputFlips['flips'][number]['below']): string {
  return [route?.start, ...Object.values(replies), gap, throttling].join()
}
