import { defineDiagnostic } from '../diagnostic.ts'

const model = 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n'

export const tooNested = defineDiagnostic<{ limit: number }>({
  code: 'E0140',
  name: 'too-nested',
  severity: 'error',
  title: 'brackets in brackets beyond the limit',
  message: ({ limit }) => `brackets are nested more than ${limit} deep here`,
  explanation:
    'Brackets may be nested 200 deep, so that no file can exhaust the compiler. Name parts of the value by `let`.',
  failing: `${model}let x = (((1)))  // … and so on, 201 of them\n`,
  inFull: () => `${model}let x = ${'('.repeat(201)}1${')'.repeat(201)}\n`,
  mended: model,
})

export const tooDeep = defineDiagnostic<{ limit: number }>({
  code: 'E0141',
  name: 'too-deep',
  severity: 'error',
  title: 'a value of too many steps',
  message: ({ limit }) => `this value has more than ${limit} operators on one path`,
  explanation:
    'The tree of a value may be 1000 operators deep, so that no file can exhaust the compiler. Name parts of it ' +
    'by `let`.',
  failing: `${model}let x = 1 + 1 + 1  // … and so on, a thousand times\n`,
  inFull: () => `${model}let x = 1${' + 1'.repeat(1001)}\n`,
  mended: model,
})

export const tooLarge = defineDiagnostic<{ limit: number }>({
  code: 'E0142',
  name: 'too-large',
  severity: 'error',
  title: 'a file beyond the limit',
  message: ({ limit }) => `this file is larger than ${limit} MiB`,
  explanation: 'A file may have 8 MiB of text. Split it, and import its parts.',
  failing: `${model}// … and so on, for more than 8 MiB\n`,
  inFull: () => `${model}//${'x'.repeat(8 * 1024 * 1024)}\n`,
  mended: model,
})
