/** A fenced code block of a Markdown page. */
export interface Block {
  /** Path of the page, and the line (from 1) on which the fence opens. */
  readonly page: string
  readonly line: number
  /** The first word after the fence, and the others. */
  readonly language: string
  readonly words: readonly string[]
  readonly text: string
}

/** Finds the fenced code blocks of a page. */
export function blocksOf(page: string, markdown: string): readonly Block[] {
  const lines = markdown.split('\n')
  const blocks: Block[] = []
  for (let index = 0; index < lines.length; index++) {
    const fence = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(lines[index] ?? '')
    if (fence === null) continue
    const [, indent = '', marks = '', info = ''] = fence
    const [language = '', ...words] = info.trim().split(/\s+/)
    const opened = index
    const inside: string[] = []
    for (index++; index < lines.length && !(lines[index] ?? '').trim().startsWith(marks); index++)
      inside.push((lines[index] ?? '').slice(indent.length))
    blocks.push({ page, line: opened + 1, language, words, text: inside.map((line) => `${line}\n`).join('') })
  }
  return blocks
}

/** The value of `name=value` among a block's words. */
export function wordValue(block: Block, name: string): string | null {
  return block.words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? null
}
