import { defineKind } from '../define.ts'

/** `game name "label"` */
export const gameKind = defineKind({
  name: 'game',
  doc: 'names the whole file, and says in its documentation what the game is about',
  example: 'game assistant "Two-tier assistant"',
  value: null,
  bounds: false,
  block: 'none',
  fields: [],
  names: 'own',
})
