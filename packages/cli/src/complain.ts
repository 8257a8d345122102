import { createColors } from 'picocolors'
import { wantsColour } from './colour-choice.ts'
import type { World } from './world.ts'

const controls = /[\u0000-\u001f\u007f-\u009f]/g

/**
 * One sentence about the command line or a file, on standard error. Nothing in it (a file's name, what was typed)
 * can command the terminal.
 */
export function complain(world: World, sentence: string): void {
  const colours = createColors(wantsColour(world.env, world.err))
  world.err.write(`${colours.bold(colours.red('plumb:'))} ${sentence.replace(controls, '\ufffd')}\n`)
}
