import { defineKind } from '../define.ts'

/** `let x = expression` */
export const letKind = defineKind({
  name: 'let',
  doc: 'a name for an expression',
  example: 'let tokens_per_answer = 2_400 tok',
  value: { presence: 'required', what: 'a number' },
  bounds: false,
  block: 'none',
  fields: [],
  names: 'things',
})
