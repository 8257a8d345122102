import { percent } from '../formatting/amounts.ts'
import { announcedRoute, thresholdOf } from '../reading/reading.ts'
import { stepsOf } from '../reading/steps.ts'
import { sentence } from '../verdict/sentence.ts'
import type { FindingDefinition } from './finding.ts'

/** A cascade that is optimal lies exactly where the user's reply would turn. */
export const cascadeAtThreshold: FindingDefinition = {
  id: 'cascade-at-threshold',
  title: 'A cascade at the user’s threshold',
  occurs: (reading) => {
    const { document, chosen } = reading
    const threshold = chosen === null ? null : thresholdOf(chosen)
    const route = announcedRoute(document)
    if (route === null || document.route?.cascades !== true || threshold === null) return null
    const [step] = stepsOf(reading, route)
    if (step === undefined) return null
    const [start, next, at] = [
      reading.modelNamed(step.from),
      reading.modelNamed(step.to),
      percent(step.probability),
    ]
    const turn =
      threshold === 's0'
        ? `Below ${at} of escalation users leave ${start} at once, from there on they stay; more ${next} than that ` +
          'only costs the provider more.'
        : `Up to ${at} of escalation users never leave, beyond it they begin to; less ${next} than that only costs ` +
          'the provider more.'
    return [
      sentence(
        `The route mixes both models, and the share is not a matter of taste. ${turn}`,
        'route.escalation',
        'candidates',
      ),
    ]
  },
}
