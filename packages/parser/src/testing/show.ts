import type { Expr } from '../ast.ts'

/** An expression with every operation in brackets, operator first: `(+ a (* 2 b))`. */
export function show(node: Expr): string {
  switch (node.kind) {
    case 'number':
      return `${node.value}${node.percent ? '%' : ''}${node.unit === null ? '' : `_${node.unit.text}`}`
    case 'string':
      return JSON.stringify(node.value)
    case 'boolean':
      return String(node.value)
    case 'name':
      return node.text
    case 'member':
      return `${show(node.object)}.${node.name.text}`
    case 'call': {
      const args = node.args.map(({ name, value }) => (name === null ? '' : `${name.text}: `) + show(value))
      return `${show(node.callee)}(${args.join(', ')})`
    }
    case 'list':
      return `[${node.items.map(show).join(', ')}]`
    case 'unary':
      return `(${node.operator} ${show(node.operand)})`
    case 'binary':
      return `(${node.operator} ${show(node.left)} ${show(node.right)})`
    case 'group':
      return `{${show(node.inner)}}`
    case 'bad':
      return '?'
  }
}
