import { defineKind } from '../define.ts'

/** `param x = value in low .. high` */
export const paramKind = defineKind({
  name: 'param',
  doc: 'a number that may vary: sweeps, sliders and --set move it, within its bounds if it has any',
  example: 'param churn = 0.10 USD in 0 USD .. 1 USD',
  value: { presence: 'required', what: 'a number' },
  bounds: true,
  block: 'none',
  fields: [],
  names: 'things',
})
