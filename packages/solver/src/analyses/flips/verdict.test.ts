import { expect, it } from 'vitest'
import { differences, type Verdict } from './verdict.ts'

const verdict: Verdict = {
  id: null,
  start: 'a',
  steps: '',
  replies: ['stays'],
  gap: false,
  throttling: false,
}

it('verdicts do not differ in what is not known of one of them', () => {
  expect(differences(verdict, { ...verdict, throttling: true })).toEqual(['throttling'])
  expect(differences(verdict, { ...verdict, throttling: null })).toEqual([])
  expect(differences({ ...verdict, throttling: null }, { ...verdict, gap: true })).toEqual(['gap'])
})
