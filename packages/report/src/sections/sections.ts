import { assumptionsSection } from './assumptions.ts'
import { baselinesSection } from './baselines.ts'
import { checkSection } from './check.ts'
import { changesSection } from './changes.ts'
import { equilibriumSection } from './equilibrium.ts'
import { howSureSection } from './how-sure.ts'
import { mapsSection } from './maps.ts'
import { menuSection } from './menu.ts'
import { misalignmentSection } from './misalignment.ts'
import type { SectionDefinition } from './section.ts'
import { throttlingSection } from './throttling.ts'
import { verdictSection } from './verdict.ts'

/** The report's sections in their order. */
export const sections: readonly SectionDefinition[] = [
  verdictSection,
  menuSection,
  equilibriumSection,
  misalignmentSection,
  baselinesSection,
  throttlingSection,
  changesSection,
  howSureSection,
  mapsSection,
  checkSection,
  assumptionsSection,
]
