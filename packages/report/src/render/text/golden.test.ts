import { describe, expect, it } from 'vitest'
import { reportModel } from '../../reportModel.ts'
import { played } from '../../testing/games.ts'
import type { Sample } from '../../testing/instances.ts'
import { impatient, patient, rising } from '../../testing/named-games.ts'
import { renderText } from './text.ts'

/** Read these files as a reader of reports would; `npx vitest -u` writes them anew. */
describe('a report reads well from end to end', () => {
  it.each<readonly [string, Sample]>([
    ['cascade-for-impatient-users', impatient],
    ['escalation-as-a-churn-device', { ...impatient, penalty: '0.05' }],
    ['throttling-that-is-used', { ...patient, throttle: '9' }],
    ['tie-in-bare-numbers', { ...rising, penalty: '55/6' }],
  ])('%s', async (name, sample) => {
    const text = renderText(reportModel(...played(sample)))
    await expect(text).toMatchFileSnapshot(`./golden/${name}.txt`)
  })
})
