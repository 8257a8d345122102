/**
 * `@plumbline/checker`: checks a solution document against its game. It shares with the solver the types of instance and
 * document and the exact arithmetic, and nothing else.
 */
export type { Bound } from './expected/certificate.ts'
export { verify, type Verification } from './verify.ts'
export type { Trusted } from './document/difference.ts'
