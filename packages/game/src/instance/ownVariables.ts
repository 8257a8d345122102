import type { Chain } from './chain.ts'

/** Whether a menu's variables have names of its own, rather than being escalations of its models (`escalation.FROM`). */
export function hasOwnVariables({
  variables,
}: {
  readonly variables: readonly Pick<Chain['variables'][number], 'name'>[]
}): boolean {
  return variables.some(({ name }) => !name.startsWith('escalation.'))
}
