/**
 * `@plumbline/cli`: the command line `plumb`, as a function of its arguments and of the world it runs in.
 */
export { judge, type Judgement, type Solved } from './judge.ts'
export { gameOf, type Loaded } from './load-game.ts'
export { run } from './run.ts'
export type { ExitStatus } from './exit-status.ts'
export type { Output, World } from './world.ts'
