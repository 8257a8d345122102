import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeWhole } from './output-file.ts'
import { scratchFolder } from './testing/plumb.ts'

const { folder, remove } = scratchFolder()
afterAll(remove)
const here = { folder }

describe('writing a file', () => {
  it('leaves the file and nothing beside it', () => {
    mkdirSync(join(folder, 'one'))
    expect(writeWhole('one/report.md', 'text\n', here)).toEqual({ ok: true })
    expect(readFileSync(join(folder, 'one/report.md'), 'utf8')).toBe('text\n')
    expect(readdirSync(join(folder, 'one'))).toEqual(['report.md'])
  })

  it('replaces what is there, keeps its mode, and follows a link', () => {
    mkdirSync(join(folder, 'two'))
    writeFileSync(join(folder, 'two/report.md'), 'old')
    chmodSync(join(folder, 'two/report.md'), 0o640)
    symlinkSync('report.md', join(folder, 'two/link.md'))
    expect(writeWhole('two/link.md', 'new', here)).toEqual({ ok: true })
    expect(readFileSync(join(folder, 'two/report.md'), 'utf8')).toBe('new')
    expect(statSync(join(folder, 'two/report.md')).mode & 0o777).toBe(0o640)
  })

  it('says in a sentence why it cannot', () => {
    mkdirSync(join(folder, 'three'))
    writeFileSync(join(folder, 'three/file'), '')
    expect(writeWhole('no/such/report.md', '', here)).toEqual({
      ok: false,
      sentence: 'cannot write no/such/report.md: there is no such folder',
    })
    expect(writeWhole('three/file/report.md', '', here)).toEqual({
      ok: false,
      sentence: 'cannot write three/file/report.md: a part of the path is not a folder',
    })
    expect(writeWhole('three', '', here)).toEqual({
      ok: false,
      sentence: "three is a folder; name a file in it, such as 'three/report.html'",
    })
    expect(readdirSync(join(folder, 'three'))).toEqual(['file'])
  })
})
