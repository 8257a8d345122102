import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { isToRun } from '../../../../test/programs.ts'
import { plumb, scratchFolder } from '../testing/plumb.ts'

const scratch = scratchFolder()
afterAll(() => {
  scratch.remove()
})

async function scriptFor(shell: string): Promise<string> {
  const { status, out } = await plumb({ folder: scratch.folder }, 'completion', shell)
  expect(status).toBe(0)
  const path = join(scratch.folder, `plumb.${shell}`)
  writeFileSync(path, out)
  return path
}

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0

/** What a shell prints, without a person's own settings. */
function printed(shell: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(shell, args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout.trim()
}

describe.runIf(isToRun(has('bash')))('completion in bash', () => {
  /** Words of the line as bash cuts them; the last one is being typed. */
  async function offered(...words: readonly string[]): Promise<readonly string[]> {
    const script = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _plumb; printf '%s\\n' "\${COMPREPLY[@]}"`
    const out = printed('bash', '--norc', '-c', script, 'bash', await scriptFor('bash'), ...words)
    return out === '' ? [] : out.split('\n')
  }

  it('offers commands, options and their values', async () => {
    expect(await offered('plumb', 'so')).toEqual(['solve'])
    expect(await offered('plumb', 'check', '--f')).toEqual(['--format', '--fix'])
    expect(await offered('plumb', 'check', '--format', '')).toEqual(['text', 'json', 'github'])
    expect(await offered('plumb', 'check', '--format', '=', 'g')).toEqual(['github'])
    expect(await offered('plumb', 'completion', '')).toEqual(['bash', 'zsh', 'fish'])
    expect(await offered('plumb', 'explain', 'E021')).toContain('E0214')
    expect(await offered('plumb', 'explain', 'casc')).toEqual(['cascade'])
    expect(await offered('plumb', 'explain', 'laten')).toEqual(['latency'])
  })

  it('leaves files to the shell', async () => {
    expect(await offered('plumb', 'solve', 'ex')).toEqual([])
    expect(await offered('plumb', 'report', '-o', '')).toEqual([])
  })

  it('evaluates nothing that was typed', async () => {
    expect(await offered('plumb', 'solve', '$(exit 7)', '--js')).toEqual(['--json'])
  })
})

describe.runIf(isToRun(has('fish')))('completion in fish', () => {
  const offered = async (line: string): Promise<readonly string[]> => {
    const out = printed(
      'fish',
      '--no-config',
      '-c',
      `source ${await scriptFor('fish')}; complete -C '${line}'`,
    )
    return out.split('\n').map((each) => each.split('\t')[0] ?? '')
  }

  it('offers commands, options and their values', async () => {
    expect(await offered('plumb so')).toEqual(['solve'])
    expect(await offered('plumb check --format ')).toEqual(['github', 'json', 'text'])
    expect(await offered('plumb explain E0214')).toEqual(['E0214'])
  })
})

describe.runIf(isToRun(has('zsh')))('completion in zsh', () => {
  it('can be read, and names what it completes', async () => {
    const script = `autoload -U compinit; compinit -D -u; source ${await scriptFor('zsh')}; print $_comps[plumb]`
    expect(printed('zsh', '-f', '-c', script)).toBe('_plumb')
  })
})

it('names the shells that it knows to one who asks for another', async () => {
  const { status, err } = await plumb({ folder: scratch.folder }, 'completion', 'tcsh')
  expect(status).toBe(2)
  expect(err).toContain('bash, zsh, fish')
})
