import { catalogue, nearest } from '@plumbline/compiler'
import { complain } from '../complain.ts'
import { exitStatus, type ExitStatus } from '../exit-status.ts'
import type { World } from '../world.ts'

/** The explanation of one code (or of a diagnostic's name), or the list of all. */
export function explain(code: string | null, world: World, options: { readonly json: boolean }): ExitStatus {
  const definitions = [...catalogue.values()]
  if (code === null) {
    world.out.write(
      options.json
        ? `${JSON.stringify(definitions.map(({ code, name, severity, title }) => ({ code, name, severity, title })))}\n`
        : definitions.map(({ code, title }) => `${code}  ${title}\n`).join(''),
    )
    return exitStatus.well
  }
  const wanted = code.replace(/^(?:error|warning)?\[|\]$/g, '')
  const found =
    catalogue.get(wanted.toUpperCase()) ?? definitions.find(({ name }) => name === wanted.toLowerCase())
  if (found === undefined) {
    const near = nearest(wanted.toUpperCase(), [...catalogue.keys()])
    const way =
      near === null ? "'plumb explain' lists all codes" : `did you mean '${near}'? 'plumb explain' lists all`
    complain(world, `there is no message with the code ${wanted}; ${way}`)
    return exitStatus.usage
  }
  if (options.json) world.out.write(`${JSON.stringify(found)}\n`)
  else world.out.write(explanationText(found))
  return exitStatus.well
}

function explanationText(definition: {
  readonly code: string
  readonly severity: string
  readonly title: string
  readonly explanation: string
  readonly failing: string
  readonly mended: string
}): string {
  const { code, severity, title, explanation, failing, mended } = definition
  const indented = (text: string): string => text.trimEnd().replace(/^(?=.)/gm, '    ')
  return (
    `${severity}[${code}]: ${title}\n\n${explanation.trim()}\n\n` +
    `This fails:\n\n${indented(failing)}\n\nMended:\n\n${indented(mended)}\n`
  )
}
