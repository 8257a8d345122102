import { expect, it } from 'vitest'
import { wantsColour } from './colour-choice.ts'

it.each([
  [{}, true, true],
  [{}, false, false],
  [{ TERM: 'dumb' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
])('with %j and a terminal (%s), colour: %s', (env, isTerminal, verdict) => {
  expect(wantsColour(env, { isTerminal })).toBe(verdict)
})
