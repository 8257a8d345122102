import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../../../test/repository.ts'
import { pngOf } from './png.ts'
import { plumb, scratchFolder } from './testing/plumb.ts'

const scratch = scratchFolder()
afterAll(() => {
  scratch.remove()
})

const example = join(root, 'examples', 'gpt-4.1-to-o3.game')
const churn = ['--axis', 'churn=0 USD .. 0.4 USD']
const value = ['--axis', 'developer.value=20 s .. 400 s']

async function sweep(out: string, ...more: readonly string[]) {
  return plumb({ folder: scratch.folder }, 'sweep', example, ...more, '-o', out)
}

const read = (name: string): string => readFileSync(join(scratch.folder, name), 'utf8')

describe('a picture of a sweep', () => {
  it('is a map over two numbers, with a name for each region and without a variable of a page’s style', async () => {
    const { status, err } = await sweep('map.svg', ...churn, ...value)
    expect({ status, err }).toEqual({ status: 0, err: 'wrote map.svg\n' })
    const svg = read('map.svg')
    for (const said of ['churn (USD)', 'developer.value (s)', 'A. o3: stays', 'o3: leaves', 'now'])
      expect(svg).toContain(said)
    expect(svg).not.toMatch(/var\(|NaN|undefined/)
  })

  it('is drawn as lines over one number, with the penalties at which the answer turns', async () => {
    const { status } = await sweep('line.html', ...churn)
    expect(status).toBe(0)
    for (const said of ['0.06739', '0.1276', 'Gap to what users would choose'])
      expect(read('line.html')).toContain(said)
  })

  it('in pixels is a PNG', async () => {
    await sweep('line.png', ...churn)
    expect([...readFileSync(join(scratch.folder, 'line.png')).subarray(1, 4)]).toEqual([
      ...Buffer.from('PNG'),
    ])
  })

  it('in pixels needs a font, and says so where there is none', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">a</text></svg>'
    const drawn = await pngOf(svg, false)
    expect(drawn).toMatchObject({ ok: false, sentence: expect.stringContaining('need a font') as unknown })
  })

  it('has one axis or two, and each a range', async () => {
    const three = await sweep('x.svg', ...churn, ...value, '--axis', 'developer.patience=0 .. 1')
    expect(three.status).toBe(2)
    expect(three.err).toContain('a picture has one axis or two')
    const list = await sweep('x.svg', '--axis', 'churn=[0.1 USD, 0.2 USD]')
    expect(list.status).toBe(2)
    expect(list.err).toContain("'churn' is a list")
    expect(existsSync(join(scratch.folder, 'x.svg'))).toBe(false)
  })
})
