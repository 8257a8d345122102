/**
 * `@plumbline/game`: the typed game instance, the solution document and the arithmetic. The contract between
 * compiler and solver, and the only thing that both know.
 */
export * from './arithmetic/arithmetic.ts'
export type * from './instance/expression.ts'
export type * from './instance/chain.ts'
export type * from './instance/instance.ts'
export type * from './instance/problem.ts'
export type * from './instance/game.ts'
export type * from './solution/document.ts'
