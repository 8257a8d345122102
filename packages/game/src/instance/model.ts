import type { Labelled, Quantity } from './quantity.ts'

/** What one attempt of a model is like. */
export interface Performance {
  /** Probability that the attempt succeeds, in (0, 1]; 0 too for one kind of task or a later attempt. */
  readonly success: Quantity
  /** Seconds (a plain number in a game of plain numbers); not negative. */
  readonly latency: Quantity
  /** What it costs the provider; not negative. */
  readonly cost: Quantity
  /** What the user pays for it; not negative. */
  readonly price: Quantity
}

/**
 * What attempts are like by their number at the task, whichever models made the ones before: the first, then
 * `later`, whose last entry stands for all further ones. Without later entries every attempt is like the first.
 */
export interface AttemptSequence extends Performance {
  readonly later: readonly Performance[]
}

/**
 * A model. Its own numbers are those of the first attempt, averaged over the kinds of task where these differ;
 * `kinds` has one entry for each of the instance's tasks, and none where all are alike to the model.
 */
export interface Model extends Labelled, AttemptSequence {
  readonly kinds: readonly AttemptSequence[]
}

/** A check of answers before the user sees them; what it does is in the models that use it. */
export interface Verifier extends Labelled {
  /** Share of right answers that it accepts, in [0, 1]. */
  readonly passes: Quantity
  /** Share of wrong answers that it flags, in [0, 1]. */
  readonly catches: Quantity
  /** Of one check; not negative. */
  readonly latency: Quantity
  /** Of one check, to the provider; not negative. */
  readonly cost: Quantity
}

/** A hidden kind of task: neither side sees it, both learn of it from failures. */
export interface Task extends Labelled {
  /** Positive; a share once divided by the sum of all kinds' weights. */
  readonly weight: Quantity
}
