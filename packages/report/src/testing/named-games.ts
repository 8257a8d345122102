import type { Sample } from './instances.ts'

/** Only the first model is worth the wait, and cost-of-pass falls along the menu. */
export const impatient: Sample = {
  models: [
    { name: 'gpt', p: '1/5', t: '9225/810', c: '98556/4050000' },
    { name: 'o3', p: '92/225', t: '45765/716', c: '137517/3580000' },
  ],
  value: '100',
  penalty: '0.2',
  units: { cost: 'USD', time: 's', utility: 's' },
}

/** Only the second model is worth the wait: the least escalation that keeps the user is 1/6. */
export const rising: Sample = {
  models: [
    { name: 'small', p: '1/5', t: '3/5', c: '1' },
    { name: 'large', p: '3/5', t: '3/5', c: '8' },
  ],
  value: '2',
  penalty: '20',
}

/** Both models are worth the wait, and throttling would pay below a churn penalty of 2. */
export const patient: Sample = {
  models: [
    { p: '1/2', t: '1/2', c: '1' },
    { p: '3/4', t: '1/4', c: '3' },
  ],
  value: '2',
  penalty: '1',
}
