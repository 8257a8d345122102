import type { FieldNodes, ShapeNode } from './shape.ts'

/** A JSON Schema (draft 2020-12) as plain JSON. */
export type JsonSchema = { readonly [keyword: string]: unknown }

const draft = 'https://json-schema.org/draft/2020-12/schema'

/**
 * A shape as a JSON Schema.
 *
 * @param named shapes that stand under `$defs` by these names, wherever they are used; every shape that contains
 *   itself must be among them
 */
export function jsonSchemaOf(
  shape: ShapeNode,
  named: ReadonlyMap<string, ShapeNode>,
  title: string,
): JsonSchema {
  const names = new Map([...named].map(([name, node]) => [node, name]))
  const refer = (node: ShapeNode): JsonSchema => {
    const name = names.get(node)
    return name === undefined ? inline(node, refer) : { $ref: `#/$defs/${name}` }
  }
  return {
    $schema: draft,
    title,
    ...inline(shape, refer),
    $defs: Object.fromEntries([...named].map(([name, node]) => [name, inline(node, refer)])),
  }
}

function inline(node: ShapeNode, refer: (node: ShapeNode) => JsonSchema): JsonSchema {
  switch (node.kind) {
    case 'text':
      return node.pattern === null
        ? { type: 'string' }
        : { type: 'string', pattern: node.pattern.source, description: node.what }
    case 'flag':
      return { type: 'boolean' }
    case 'number':
      return node.index ? { type: 'integer', minimum: 0 } : { type: 'number' }
    case 'words':
      return node.words.length === 1 ? { const: node.words[0] } : { enum: node.words }
    case 'nullable':
      return { anyOf: [refer(node.of), { type: 'null' }] }
    case 'list':
      return { type: 'array', items: refer(node.of), ...(node.least > 0 ? { minItems: node.least } : {}) }
    case 'tuple':
      return { type: 'array', prefixItems: node.of.map(refer), minItems: node.of.length, items: false }
    case 'dictionary':
      return { type: 'object', additionalProperties: refer(node.of) }
    case 'either':
      return { anyOf: node.of.map(refer) }
    case 'record':
      return objectOf(node.fields, node.optional, {}, refer)
    case 'tagged':
      return {
        anyOf: Object.entries(node.cases).map(([word, fields]) =>
          objectOf(fields, node.optional, { [node.tag]: { const: word } }, refer),
        ),
      }
    case 'nested':
      return refer(node.of())
  }
}

function objectOf(
  fields: FieldNodes,
  optional: readonly string[],
  tag: JsonSchema,
  refer: (node: ShapeNode) => JsonSchema,
): JsonSchema {
  const properties = Object.entries(fields).map(([name, field]) => [name, refer(field)] as const)
  return {
    type: 'object',
    properties: { ...tag, ...Object.fromEntries(properties) },
    required: [...Object.keys(tag), ...Object.keys(fields).filter((name) => !optional.includes(name))],
    additionalProperties: false,
  }
}
