import type { GameInstance } from '../instance/instance.ts'
import type { AttemptSequence, Model, Performance } from '../instance/model.ts'
import type { Labelled, Quantity } from '../instance/quantity.ts'

/** A number that a declaration gives, with the name by which it is referred to and assigned. */
export interface Input {
  /** `o3.success`; `o3.success.hard` for a kind of task; `o3.success#2` for the second attempt. */
  readonly name: string
  /** A noun phrase: `the success of model 'o3'`. */
  readonly what: string
  readonly quantity: Quantity
  /** `success`: (0, 1]; `probability`: [0, 1]; `notNegative`: [0, ∞); `positive`: (0, ∞). */
  readonly range: 'any' | 'success' | 'probability' | 'notNegative' | 'positive'
}

const known = new WeakMap<GameInstance, readonly Input[]>()

/** Every number that the declarations of an instance give, each once, in the order of its keys. */
export function inputsOf(instance: GameInstance): readonly Input[] {
  const before = known.get(instance)
  if (before !== undefined) return before
  const inputs = listInputs(instance)
  known.set(instance, inputs)
  return inputs
}

function listInputs(instance: GameInstance): readonly Input[] {
  const { verifiers, tasks, models, users, provider } = instance
  return [
    ...verifiers.flatMap((verifier) => [
      field('verifier', verifier, 'passes', verifier.passes, 'probability'),
      field('verifier', verifier, 'catches', verifier.catches, 'probability'),
      field('verifier', verifier, 'latency', verifier.latency, 'notNegative'),
      field('verifier', verifier, 'cost', verifier.cost, 'notNegative'),
    ]),
    ...tasks.map((task) => field('task', task, 'weight', task.weight, 'positive')),
    ...models.flatMap((model) => modelInputs(model, tasks)),
    ...users.flatMap((user) => [
      field('user', user, 'weight', user.weight, 'positive'),
      field('user', user, 'value', user.value, 'notNegative'),
      field('user', user, 'patience', user.patience, 'notNegative'),
      ...optional('user', user, 'outside', user.outside, 'any'),
      ...optional('user', user, 'rationality', user.rationality, 'positive'),
    ]),
    field('provider', provider, 'penalty', provider.penalty, 'notNegative'),
    ...optional('provider', provider, 'throttle', provider.throttle, 'positive'),
  ]
}

/** The numbers that a model gives, for each kind of task too. */
export function modelInputs(model: Model, tasks: GameInstance['tasks']): readonly Input[] {
  return [
    ...sequenceInputs(model.name, model, null),
    ...model.kinds.flatMap((kind, index) =>
      sequenceInputs(model.name, kind, tasks[index]?.name ?? String(index)),
    ),
  ]
}

/** The name of a field of a model: for a kind of task by its name, for the k-th attempt by its number. */
export function performanceName(model: string, field: string, task: string | null, attempt: number): string {
  return `${model}.${field}${task === null ? '' : `.${task}`}${attempt === 1 ? '' : `#${String(attempt)}`}`
}

function sequenceInputs(model: string, sequence: AttemptSequence, task: string | null): readonly Input[] {
  const first = performanceInputs(model, sequence, task, 1)
  const later = sequence.later.flatMap((performance, index) =>
    performanceInputs(model, performance, task, index + 2),
  )
  return later.length === 0 ? first : [...first, ...later]
}

const performanceFields = ['success', 'latency', 'cost', 'price'] as const

function performanceInputs(
  model: string,
  performance: Performance,
  task: string | null,
  attempt: number,
): readonly Input[] {
  const first = task === null && attempt === 1
  const whose = `model '${model}'${task === null ? '' : ` at task '${task}'`}${attempt === 1 ? '' : `, attempt ${String(attempt)}`}`
  return performanceFields.map((name) => ({
    name: performanceName(model, name, task, attempt),
    what: `the ${name} of ${whose}`,
    quantity: performance[name],
    range: name !== 'success' ? 'notNegative' : first ? 'success' : 'probability',
  }))
}

function field(
  kind: string,
  { name }: Labelled,
  of: string,
  quantity: Quantity,
  range: Input['range'],
): Input {
  return { name: `${name}.${of}`, what: `the ${of} of ${kind} '${name}'`, quantity, range }
}

function optional(
  kind: string,
  owner: Labelled,
  of: string,
  quantity: Quantity | null,
  range: Input['range'],
): readonly Input[] {
  return quantity === null ? [] : [field(kind, owner, of, quantity, range)]
}
