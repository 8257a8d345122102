import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cruise, type ICruiseOptions, type ICruiseResult, type IConfiguration } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { packageNames, root } from './repository.ts'

const require = createRequire(import.meta.url)
const allowed = require('../packages/boundaries.json') as Record<string, readonly string[]>
const config = require('../.dependency-cruiser.cjs') as IConfiguration

async function violations(): Promise<readonly string[]> {
  const { options, ...ruleSet } = config
  const cruiseOptions: ICruiseOptions = { ...options, ruleSet, validate: true, baseDir: root }
  const { output } = await cruise(['packages'], cruiseOptions, options?.enhancedResolveOptions)
  const { summary, modules } = output as ICruiseResult
  expect(modules.length).toBeGreaterThan(50)
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
}

describe('packages', () => {
  it('import only what the table allows, by name, without cycles, and what they declare', async () => {
    expect(await violations()).toEqual([])
  })

  it('are all in the table', () => {
    expect(packageNames()).toEqual(Object.keys(allowed).toSorted())
  })

  it.each(Object.entries(allowed))(
    '%s depends in its package.json on exactly these of ours: %s',
    (name, imports) => {
      const manifest = JSON.parse(readFileSync(`${root}/packages/${name}/package.json`, 'utf8')) as {
        readonly dependencies?: Readonly<Record<string, string>>
      }
      const ours = Object.keys(manifest.dependencies ?? {}).filter((dependency) =>
        dependency.startsWith('@plumbline/'),
      )
      expect(ours.toSorted()).toEqual(imports.map((dependency) => `@plumbline/${dependency}`).toSorted())
    },
  )
})

describe('the table of boundaries', () => {
  it('catches an import that it does not allow', () => {
    const rule = config.forbidden?.find(({ name }) => name === 'boundary-of-solver')
    const to = rule !== undefined && 'to' in rule ? rule.to : {}
    const forbids = (path: string): boolean =>
      new RegExp(String(to.path)).test(path) && !new RegExp(String(to.pathNot)).test(path)
    expect(forbids('packages/compiler/src/index.ts')).toBe(true)
    expect(forbids('packages/game/src/index.ts')).toBe(false)
    expect(forbids('packages/solver/src/index.ts')).toBe(false)
  })
})
