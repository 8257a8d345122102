/**
 * What is left of a text when only what names are made of is kept: `gpt_4_1` of `gpt-4.1`, `m_4o` of `4o`; empty where
 * that is nothing.
 */
export function plainName(text: string): string {
  const plain = text.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{Nd}_]+/gu, '_')
  const trimmed = plain.replaceAll(/^_+|_+$/g, '')
  return /^\p{Nd}/u.test(trimmed) ? `m_${trimmed}` : trimmed
}
