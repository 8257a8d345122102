import { defineKind } from '../define.ts'

/** `game name "label"` */
export const gameKind = defineKind({
  name: 'game',
  doc: 'the name of the whole file, with what the game is about for its documentation',
  example: 'game assistant "Two-tier assistant"',
  value: null,
  bounds: false,
  block: 'none',
  fields: [],
  names: 'own',
})
