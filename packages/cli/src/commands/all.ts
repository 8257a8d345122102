import { checkCommand } from './check.ts'
import type { AddCommand } from './command.ts'
import { compileCommand } from './compile.ts'
import { compareCommand } from './compare.ts'
import { completionCommand } from './completion.ts'
import { explainCommand } from './explain.ts'
import { fmtCommand } from './fmt.ts'
import { importCommand } from './import.ts'
import { newCommand } from './new.ts'
import { reportCommand } from './report.ts'
import { simulateCommand } from './simulate.ts'
import { solveCommand } from './solve.ts'
import { sweepCommand } from './sweep.ts'
import { verifyCommand } from './verify.ts'

/** Every command, in the order in which help lists them. */
export const commands: readonly AddCommand[] = [
  newCommand,
  checkCommand,
  solveCommand,
  verifyCommand,
  reportCommand,
  compareCommand,
  sweepCommand,
  simulateCommand,
  fmtCommand,
  compileCommand,
  importCommand,
  explainCommand,
  completionCommand,
]
