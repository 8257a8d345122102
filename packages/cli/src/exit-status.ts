/** How a command ends. A run over several files ends with the worst of theirs. */
export const exitStatus = {
  /** All well. */
  well: 0,
  /** A file has errors, or an assert fails. */
  errors: 1,
  /** The command line is wrong, or a file cannot be read or written. */
  usage: 2,
  /** A mistake of ours. */
  internal: 70,
  /** Stopped by Ctrl-C, as shells have it. */
  interrupted: 130,
} as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]

/** The worse of two ends. */
export function worse(a: ExitStatus, b: ExitStatus): ExitStatus {
  return a >= b ? a : b
}
