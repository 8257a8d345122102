import { expect, it } from 'vitest'
import { fileOf } from '../testing/compileText.ts'
import { importName } from './import-name.ts'

it('puts one more name behind the last of an import, which is not safe', () => {
  const text = 'import { a } from "b"'
  const after = text.indexOf('a }') + 1
  expect(importName(fileOf(text), { after, name: 'c' })).toMatchObject({
    name: 'import-name',
    title: "import 'c' too",
    safe: false,
    edits: [{ span: { start: after, end: after }, text: ', c' }],
  })
})
