import { defineDiagnostic } from '../diagnostic.ts'

export const documentsNothing = defineDiagnostic({
  code: 'W0101',
  name: 'documents-nothing',
  severity: 'warning',
  title: 'documentation that no declaration follows',
  message: () => 'this documentation belongs to nothing',
  explanation:
    'A line that begins with `///` documents the declaration or the field after it, and reports quote it. Where ' +
    'none follows, it is lost: move it, or write a plain comment with `//`.',
  failing: 'model fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n/// Prices of June.\n',
  mended: '/// Prices of June.\nmodel fast { success: 62%, latency: 4 s, cost: 0.002 USD }\n',
})

export const documentationTrails = defineDiagnostic({
  code: 'W0102',
  name: 'documentation-trails',
  severity: 'warning',
  title: 'documentation behind code',
  message: () => "this documents nothing, for it stands behind code: put it on a line above, or write '//'",
  explanation:
    'A `///` comment documents what comes after it. Behind code on the same line it would document the next ' +
    'line, which is hardly meant. Write `//` for a remark, or move the documentation above.',
  failing: 'model fast {\n  success: 62% /// of 225 tasks\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
  mended: 'model fast {\n  success: 62% // of 225 tasks\n  latency: 4 s\n  cost: 0.002 USD\n}\n',
})
