import type { Config } from '@plumbline/compiler'
import { probationMenu } from './probation.ts'
import { queuedFunction } from './queued.ts'
import { speculativeCombinator } from './speculative.ts'

export default { vocabulary: [probationMenu, speculativeCombinator, queuedFunction] } satisfies Config
