import { defineKind } from '../define.ts'

/** `sweep name { path: range … }`; its entries are axes, not fields. */
export const sweepKind = defineKind({
  name: 'sweep',
  doc: 'values to solve the game at, along one or more axes',
  example: 'sweep penalties { churn: 0 USD .. 1 USD }',
  value: null,
  bounds: false,
  block: 'required',
  fields: [],
  names: 'own',
})
