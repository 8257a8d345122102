import {
  inputsOf,
  referencesOf,
  type Dimension,
  type Expression,
  type GameInstance,
  type Input,
} from '@plumbline/game'

/** A number of a game that may move while the others stay. */
export interface Movable {
  readonly name: string
  /** A noun phrase. */
  readonly what: string
  readonly dimension: Dimension
  /** What its field allows; `any` for a param. */
  readonly range: Input['range']
}

/**
 * The numbers of which it makes sense to ask what would happen if they were others: every param, and every number that a
 * declaration gives, but for those that are nothing but a param (it stands for them) or that the game does not ask for (the
 * mean over kinds of task, the weight of an only user, defaults that nobody wrote).
 */
export function movables(instance: GameInstance): readonly Movable[] {
  const params = instance.params.map(({ name, value }): Movable => {
    return { name, what: `param '${name}'`, dimension: value.dimension, range: 'any' }
  })
  const known = new Set(params.map(({ name }) => name))
  const uses = usesOf(instance)
  const averaged = new Set(instance.models.flatMap(({ name, kinds }) => (kinds.length > 0 ? [name] : [])))
  const kinds = new Set(instance.tasks.map(({ name }) => name))
  const inputs = inputsOf(instance).filter(({ name, quantity }) => {
    const { expression, origin } = quantity
    const [owner = '', field = '', task = ''] = name.split('.')
    if (averaged.has(owner) && !kinds.has(task.replace(/#.*$/, ''))) return false
    if (field === 'weight' && instance.users.length === 1 && owner === instance.users[0]?.name) return false
    if (origin === null && isNumber(expression, '0')) return false
    return !(expression.op === 'ref' && known.has(expression.name) && uses.get(expression.name) === 1)
  })
  return [
    ...params,
    ...inputs.map(({ name, what, quantity, range }) => ({
      name,
      what,
      dimension: quantity.dimension,
      range,
    })),
  ]
}

function isNumber(expression: Expression, value: string): boolean {
  return expression.op === 'number' && expression.value === value
}

/** How many definitions and inputs refer to each name. */
function usesOf(instance: GameInstance): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  const expressions = [
    ...instance.params.map(({ value }) => value.expression),
    ...instance.definitions.map(({ value }) => value.expression),
    ...instance.randoms.map(({ point }) => point),
    ...inputsOf(instance).map(({ quantity }) => quantity.expression),
    ...instance.menu.chain.variables.flatMap(({ low, high }) => [low, high]),
  ]
  for (const expression of expressions) {
    for (const name of referencesOf(expression)) uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  return uses
}
