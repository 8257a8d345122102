import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, root } from './repository.ts'

const text = (path: string): string => readFileSync(join(root, path), 'utf8')
const lineCount = (path: string): number => text(path).trimEnd().split('\n').length
const files = filesBelow('')
const sources = files.filter(
  (path) => /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'),
)

describe('files', () => {
  it('of source are at most 400 lines long', () => {
    expect(sources.filter((path) => lineCount(path) > 400)).toEqual([])
  })

  it('of source have a median length under 100 lines', () => {
    const lengths = sources.map(lineCount).toSorted((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(100)
  })

  it('name no folder of one machine', () => {
    const homes = /(?<![\w.~-])\/(?:home|root|Users|work|mnt)\/[\w.-]+/
    expect(files.filter((path) => path !== 'test/files.test.ts' && homes.test(text(path)))).toEqual([])
  })

  it('name no package registry: the lock file works with any', () => {
    const lock = JSON.parse(text('package-lock.json')) as {
      readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly link?: boolean }>>
    }
    const resolved = Object.values(lock.packages).filter(
      (entry) => entry.resolved !== undefined && entry.link !== true,
    )
    expect(resolved).toEqual([])
    expect(text('.npmrc')).not.toMatch(/registry\s*=/)
  })

  it('pin every dependency to one version', () => {
    const manifests = files.filter((path) => /^(?:packages\/[^/]+\/)?package\.json$/.test(path))
    expect(manifests.length).toBeGreaterThan(6)
    const loose = manifests.flatMap((path) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(text(path)) as Record<
        string,
        Record<string, string>
      >
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
        .map(([name, version]) => `${path}: ${name} ${version}`)
    })
    expect(loose).toEqual([])
  })

  it('of tests leave none out', () => {
    const tests = files.filter((path) => path.endsWith('.test.ts'))
    const skips = new RegExp(String.raw`\b(?:it|test|describe)\.(?:skip|only|todo)\b`)
    expect(tests.filter((path) => skips.test(text(path)))).toEqual([])
  })
})
