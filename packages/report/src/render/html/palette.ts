/** Colours of pages and pictures, on light ground and on dark. Tints are told apart by colour-blind readers. */
export const palette = {
  light: {
    ground: '#ffffff',
    panel: '#f5f6f8',
    text: '#1b1f24',
    soft: '#57606a',
    rule: '#d4d9df',
    mark: '#fff4d6',
    alarm: '#b3261e',
    link: '#0b5cad',
    'tint-0': '#0a5ea8',
    'tint-1': '#a8400a',
    'tint-2': '#00664a',
    'tint-3': '#833f86',
    'tint-4': '#5c5200',
  },
  dark: {
    ground: '#14171c',
    panel: '#1d2229',
    text: '#e8eaed',
    soft: '#a9b1bb',
    rule: '#3a424c',
    mark: '#3a3218',
    alarm: '#ff9d94',
    link: '#86bdf7',
    'tint-0': '#74b9f5',
    'tint-1': '#f5a765',
    'tint-2': '#5bd2a8',
    'tint-3': '#e2a0de',
    'tint-4': '#dccb5c',
  },
} as const

/** Colours as the variables of a style. */
export function variables(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ')
}
