import { defineKind } from '../define.ts'
import { escalationField, startField } from '../menus/fields.ts'

/** `menu name = form(models…) { … }`; the forms are definitions of their own. */
export const menuKind = defineKind({
  name: 'menu',
  doc: 'the models that a provider routes among, and how it may go from one to another',
  example: 'menu tiers = cascade(standard, reasoning)',
  value: { presence: 'required', what: "a form with its models, such as 'cascade(standard, reasoning)'" },
  bounds: false,
  block: 'optional',
  names: 'things',
  fields: [startField, escalationField],
})
