import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain'
import type {
  ArgumentNode, BinaryOperator, BooleanNode, CallNode, Expr, ListNode, NameNode, StringNode,
} from '../ast.ts' // prettier-ignore
import type { Span } from '../span.ts'
import { type ChainProblem, climb, type Link, measured } from './climb.ts'
import { readName, readNumber, readText } from './read-literals.ts'
import * as t from './token-types.ts'

/** The head of a declaration, as the grammar reads it. */
export interface Head {
  readonly keyword: NameNode
  readonly name: NameNode
  readonly label: StringNode | null
  readonly value: Expr | null
  readonly within: Expr | null
}

export interface ImportParts {
  readonly names: readonly NameNode[] | null
  readonly path: StringNode
}

export interface AssertParts {
  readonly condition: Expr
  readonly message: StringNode | null
}

export interface EntryParts {
  readonly path: readonly NameNode[]
  readonly value: Expr
}

function pieceOf(token: IToken): { readonly text: string; readonly span: Span } {
  return {
    text: token.image,
    span: { start: token.startOffset, end: token.startOffset + token.image.length },
  }
}

/**
 * The grammar of `.game` files. Operators are read flat, `operand (op operand)*`, and `climb` builds the tree.
 * Each rule is given the tokens of one statement by the structure pass, so that a mistake stays in its own.
 */
export class GameGrammar extends EmbeddedActionsParser {
  /** Problems of expressions that are otherwise well formed; emptied by whoever reads them. */
  problems: ChainProblem[] = []
  /** How deep the trees of the present statement are; emptied before each by whoever runs a rule. */
  readonly depths = new Map<Expr, number>()

  constructor(skipValidations = true) {
    super([...t.tokenTypes], { maxLookahead: 2, recoveryEnabled: false, skipValidations })
    this.performSelfAnalysis()
  }

  private readonly report = (problem: ChainProblem): void => {
    this.problems.push(problem)
  }

  readonly importItem = this.RULE('importItem', (): ImportParts => {
    let names: NameNode[] | null = null
    this.CONSUME(t.Import)
    this.OPTION(() => {
      names = []
      const list = names
      this.CONSUME(t.LeftBrace)
      list.push(this.SUBRULE(this.name))
      this.MANY({
        GATE: () => this.LA(2).tokenType !== t.RightBrace,
        DEF: () => {
          this.CONSUME(t.Comma)
          list.push(this.SUBRULE1(this.name))
        },
      })
      this.OPTION1(() => this.CONSUME1(t.Comma))
      this.CONSUME(t.RightBrace)
      this.CONSUME(t.From)
    })
    const path = this.SUBRULE(this.text)
    return { names, path }
  })

  readonly head = this.RULE('head', (): Head => {
    let label: StringNode | null = null
    let value: Expr | null = null
    let within: Expr | null = null
    const keyword = this.SUBRULE(this.name)
    const name = this.SUBRULE1(this.name)
    this.OPTION(() => (label = this.SUBRULE(this.text)))
    this.OPTION1(() => {
      this.CONSUME(t.Equals)
      value = this.SUBRULE(this.expression)
    })
    this.OPTION2(() => {
      this.CONSUME(t.Within)
      within = this.SUBRULE1(this.expression)
    })
    return { keyword, name, label, value, within }
  })

  readonly assertItem = this.RULE('assertItem', (): AssertParts => {
    let message: StringNode | null = null
    this.CONSUME(t.Assert)
    const condition = this.SUBRULE(this.expression)
    this.OPTION(() => {
      this.OPTION1(() => this.CONSUME(t.Comma))
      message = this.SUBRULE(this.text)
    })
    return { condition, message }
  })

  readonly entry = this.RULE('entry', (): EntryParts => {
    const path = [this.SUBRULE(this.name)]
    this.MANY(() => {
      this.CONSUME(t.Dot)
      path.push(this.SUBRULE1(this.name))
    })
    this.CONSUME(t.Colon)
    return { path, value: this.SUBRULE(this.expression) }
  })

  readonly expression = this.RULE('expression', (): Expr => {
    const links: Link[] = []
    this.SUBRULE(this.operand, { ARGS: [links] })
    this.MANY(() => {
      const token = this.OR(this.binaryOperators)
      this.ACTION(() => {
        const operator = (token.tokenType === t.PlusMinus ? '±' : token.image) as BinaryOperator
        links.push({ kind: 'infix', operator, span: pieceOf(token).span })
      })
      this.SUBRULE1(this.operand, { ARGS: [links] })
    })
    return this.ACTION(() => climb(links, this.depths, this.report))
  })

  private readonly operand = this.RULE('operand', (links: Link[]): void => {
    this.MANY(() => {
      const token = this.OR([{ ALT: () => this.CONSUME(t.Minus) }, { ALT: () => this.CONSUME(t.Not) }])
      this.ACTION(() => {
        const operator = token.tokenType === t.Not ? 'not' : '-'
        links.push({ kind: 'prefix', operator, span: pieceOf(token).span })
      })
    })
    const node = this.SUBRULE(this.postfix)
    this.ACTION(() => links.push({ kind: 'operand', node }))
  })

  private readonly postfix = this.RULE('postfix', (): Expr => {
    let node = this.SUBRULE(this.primary)
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Dot)
            const name = this.SUBRULE(this.name)
            this.ACTION(() => {
              const span = { start: node.span.start, end: name.span.end }
              node = measured({ kind: 'member', span, object: node, name }, [node], this.depths, this.report)
            })
          },
        },
        {
          ALT: () => {
            const { args, end } = this.SUBRULE(this.argumentList)
            this.ACTION(() => {
              const call: CallNode = {
                kind: 'call',
                span: { start: node.span.start, end },
                callee: node,
                args,
              }
              const parts = [node, ...args.map(({ value }) => value)]
              node = measured(call, parts, this.depths, this.report)
            })
          },
        },
      ])
    })
    return node
  })

  private readonly argumentList = this.RULE('argumentList', (): { args: ArgumentNode[]; end: number } => {
    const args: ArgumentNode[] = []
    this.CONSUME(t.LeftParen)
    this.OPTION(() => {
      args.push(this.SUBRULE(this.argument))
      this.MANY({
        GATE: () => this.LA(2).tokenType !== t.RightParen,
        DEF: () => {
          this.CONSUME(t.Comma)
          args.push(this.SUBRULE1(this.argument))
        },
      })
      this.OPTION1(() => this.CONSUME1(t.Comma))
    })
    const close = this.CONSUME(t.RightParen)
    return { args, end: this.ACTION(() => pieceOf(close).span.end) }
  })

  private readonly argument = this.RULE('argument', (): ArgumentNode => {
    const names: NameNode[] = []
    this.OPTION({
      GATE: () => this.LA(2).tokenType === t.Colon,
      DEF: () => {
        names.push(this.SUBRULE(this.name))
        this.CONSUME(t.Colon)
      },
    })
    const value = this.SUBRULE(this.expression)
    return this.ACTION(() => {
      const [name = null] = names
      return {
        kind: 'argument',
        span: { start: (name ?? value).span.start, end: value.span.end },
        name,
        value,
      }
    })
  })

  private readonly primary = this.RULE('primary', (): Expr => {
    return this.OR([
      { ALT: (): Expr => this.SUBRULE(this.number) },
      { ALT: (): Expr => this.SUBRULE(this.text) },
      { ALT: (): Expr => this.SUBRULE(this.boolean) },
      { ALT: (): Expr => this.SUBRULE(this.name) },
      { ALT: (): Expr => this.SUBRULE(this.list) },
      { ALT: (): Expr => this.SUBRULE(this.group) },
    ])
  })

  private readonly number = this.RULE('number', (): Expr => {
    let unit: IToken | null = null
    const literal = this.CONSUME(t.NumberLiteral)
    this.OPTION(() => (unit = this.CONSUME(t.Unit)))
    return this.ACTION(() => readNumber(pieceOf(literal), unit === null ? null : pieceOf(unit)))
  })

  private readonly boolean = this.RULE('boolean', (): BooleanNode => {
    const token = this.OR([{ ALT: () => this.CONSUME(t.True) }, { ALT: () => this.CONSUME(t.False) }])
    return this.ACTION(() => ({
      kind: 'boolean',
      span: pieceOf(token).span,
      value: token.tokenType === t.True,
    }))
  })

  private readonly list = this.RULE('list', (): Expr => {
    const items: Expr[] = []
    const open = this.CONSUME(t.LeftBracket)
    this.OPTION(() => {
      items.push(this.SUBRULE(this.expression))
      this.MANY({
        GATE: () => this.LA(2).tokenType !== t.RightBracket,
        DEF: () => {
          this.CONSUME(t.Comma)
          items.push(this.SUBRULE1(this.expression))
        },
      })
      this.OPTION1(() => this.CONSUME1(t.Comma))
    })
    const close = this.CONSUME(t.RightBracket)
    return this.ACTION(() => {
      const node: ListNode = {
        kind: 'list',
        span: { start: open.startOffset, end: close.startOffset + 1 },
        items,
      }
      return measured(node, items, this.depths, this.report)
    })
  })

  private readonly group = this.RULE('group', (): Expr => {
    const open = this.CONSUME(t.LeftParen)
    const inner = this.SUBRULE(this.expression)
    const close = this.CONSUME(t.RightParen)
    return this.ACTION(() => {
      const span = { start: open.startOffset, end: close.startOffset + 1 }
      return measured({ kind: 'group', span, inner }, [inner], this.depths, this.report)
    })
  })

  private readonly name = this.RULE('name', (): NameNode => {
    const token = this.CONSUME(t.Name)
    return this.ACTION(() => readName(pieceOf(token)))
  })

  private readonly text = this.RULE('text', (): StringNode => {
    const token = this.CONSUME(t.Text)
    return this.ACTION(() => readText(pieceOf(token)))
  })

  private readonly binaryOperators = t.binaryOperators.map((type: TokenType) => ({
    ALT: () => this.CONSUME(type),
  }))
}

let grammar: GameGrammar | undefined

/** The one instance, made when it is first needed. */
export function gameGrammar(): GameGrammar {
  grammar ??= new GameGrammar()
  return grammar
}
