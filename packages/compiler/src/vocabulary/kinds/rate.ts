import { defineKind } from '../define.ts'

/** `rate EUR = 1.08 USD` */
export const rateKind = defineKind({
  name: 'rate',
  doc: 'what one of a currency is worth in another',
  example: 'rate EUR = 1.08 USD',
  value: { presence: 'required', what: 'an amount of money' },
  bounds: false,
  block: 'none',
  fields: [],
  names: 'own',
})
