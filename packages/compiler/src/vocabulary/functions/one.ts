import type { Expression } from '@plumbline/game'

/** What a function of one argument becomes. */
export function one(op: 'abs' | 'sqrt' | 'exp' | 'log'): (args: readonly Expression[]) => Expression {
  return ([arg]) => {
    if (arg === undefined) throw new TypeError(`'${op}' without its argument`)
    return { op, arg }
  }
}
