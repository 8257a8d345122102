/**
 * Thrown where a task may go on for ever: a user to whom waiting costs nothing never leaves, and some kind of task is never
 * solved. No number of attempts is then the best one for her, and none is expected.
 */
export class EndlessTask extends Error {
  override readonly name = 'EndlessTask'
}
