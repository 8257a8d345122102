const words = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'the system does not allow it'],
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'a part of the path is not a folder'],
  ['EISDIR', 'it is a folder'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['ELOOP', 'too many symbolic links'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ERR_INVALID_ARG_VALUE', 'the name holds a character that no file name can'],
  ['EEXIST', 'it is there already'],
])

/** Why the system refused, in words for people; an error that is not the system's is thrown on. */
export function systemReason(error: unknown): { readonly code: string; readonly words: string } {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  const { code } = error
  const known = words.get(code)
  if (known === undefined && code.startsWith('ERR_')) throw error
  return { code, words: known ?? `the system says ${code}` }
}
