import { list, number, record, type Shape, text } from '../loading/shape.ts'

/** How many attempts a task takes, by user. */
export interface AttemptsEntry {
  readonly users: readonly UserAttemptsEntry[]
}

/** Of one declared user, over her types where she stands for several. The probabilities of all ends sum to 1. */
export interface UserAttemptsEntry {
  readonly name: string
  /** The probability that no attempt is made, since the user does not begin. */
  readonly none: number
  /** The probability that the attempt is the last, for the first attempt, the second, and so on. */
  readonly exactly: readonly number[]
  /** The part of it in which that attempt solves the task; in the rest the user gives up after it. */
  readonly solved: readonly number[]
  /** The probability of more attempts than are listed. */
  readonly more: number
}

const userAttempts = record<UserAttemptsEntry>({
  name: text,
  none: number,
  exactly: list(number),
  solved: list(number),
  more: number,
})

export const attemptsShape: Shape<AttemptsEntry> = record<AttemptsEntry>({ users: list(userAttempts, 1) })
