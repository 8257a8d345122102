import type { SourceFile } from '@plumbline/parser'

/** Why an import cannot be read. */
export type ImportFailure =
  'missing' | 'outside' | 'folder' | 'too-long' | 'unreadable' | 'not-text' | 'no-files'

export type Resolved =
  | { readonly ok: true; readonly file: SourceFile }
  /** `detail`: what the root is, or what the system said; null where there is nothing to add. */
  | { readonly ok: false; readonly why: ImportFailure; readonly detail: string | null }

/**
 * Gives the file that an import names, relative to the file in which it stands. The same file must come back as the
 * same object, by whatever path it is reached: files are compared by identity.
 */
export type Resolve = (path: string, from: SourceFile) => Resolved

/** Where there are no files to import from. */
export const withoutFiles: Resolve = () => ({ ok: false, why: 'no-files', detail: null })
