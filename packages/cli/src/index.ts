/**
 * `@plumbline/cli`: the command line `plumb`, as a function of its arguments and of the world it runs in.
 */
export { run } from './run.ts'
export type { ExitStatus } from './exit-status.ts'
export type { Output, World } from './world.ts'
