import { createToken, type CustomPatternMatcherFunc, Lexer, type TokenType } from 'chevrotain'

/** First characters that Chevrotain sorts by: all below 256, then one for each of its buckets of 255. */
function startCharacters(accept: (code: number) => boolean): string[] {
  const codes = Array.from({ length: 256 }, (_, code) => code).filter(accept)
  for (let code = 256; code < 65_536; code += 255) codes.push(code)
  return codes.map((code) => String.fromCharCode(code))
}

/** Chevrotain drops a pattern's `u` flag, so patterns over all scripts run their own sticky expression. */
function unicode(pattern: RegExp): CustomPatternMatcherFunc {
  const sticky = new RegExp(pattern.source, 'uy')
  return (text, offset) => {
    sticky.lastIndex = offset
    return sticky.exec(text)
  }
}

function letterLike(code: number): boolean {
  return code >= 128 || code === 95 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

export const Name = createToken({
  name: 'Name',
  pattern: unicode(/[\p{L}_][\p{L}\p{M}\p{Nd}_]*/u),
  start_chars_hint: startCharacters(letterLike),
  line_breaks: false,
})

/** A name right after a number on its line: the number's unit. Never lexed; `lex` makes it of a name. */
export const Unit = createToken({ name: 'Unit', pattern: Lexer.NA })

function keyword(word: string): TokenType {
  return createToken({ name: word, pattern: new RegExp(word), longer_alt: Name })
}

export const Import = keyword('import')
export const From = keyword('from')
export const In = keyword('in')
export const Of = keyword('of')
export const And = keyword('and')
export const Or = keyword('or')
export const Not = keyword('not')
export const Assert = keyword('assert')
export const True = keyword('true')
export const False = keyword('false')

/** The `in` of a declaration, which is no comparison. Never lexed; the head of a declaration makes it of `in`. */
export const Within = createToken({ name: 'Within', pattern: Lexer.NA })

export const NumberLiteral = createToken({
  name: 'Number',
  pattern: /[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?(?:[eE][+-]?[0-9]+)?%?/,
})
/** `.5`: a number that lacks its leading zero. */
export const BadNumber = createToken({ name: 'BadNumber', pattern: /\.[0-9][0-9_]*(?:[eE][+-]?[0-9]+)?%?/ })

export const Text = createToken({ name: 'Text', pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*"/ })
export const UnclosedText = createToken({ name: 'UnclosedText', pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*\\?/ })

export const Doc = createToken({ name: 'Doc', pattern: /\/\/\/(?!\/)[^\r\n]*/, group: 'remarks' })
export const LineComment = createToken({ name: 'LineComment', pattern: /\/\/[^\r\n]*/, group: 'remarks' })
/** `# …`: a comment of other languages, which the parser reports. */
export const HashComment = createToken({ name: 'HashComment', pattern: /#[^\r\n]*/, group: 'remarks' })
export const BlockComment = createToken({
  name: 'BlockComment',
  pattern: /\/\*(?:[^*]|\*(?!\/))*\*\//,
  group: 'remarks',
  line_breaks: true,
})
export const UnclosedComment = createToken({
  name: 'UnclosedComment',
  pattern: /\/\*[\s\S]*/,
  group: 'remarks',
  line_breaks: true,
})
export const Blank = createToken({
  name: 'Blank',
  pattern: /[ \t\r\n\f\v\u00a0\ufeff]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
})

function sign(name: string, pattern: RegExp): TokenType {
  return createToken({ name, pattern })
}

export const PlusMinus = sign('±', /\u00b1|\+\/-/)
export const EqualEqual = sign('==', /==/)
export const NotEqual = sign('!=', /!=/)
export const LessEqual = sign('<=', /<=/)
export const GreaterEqual = sign('>=', />=/)
export const Less = sign('<', /</)
export const Greater = sign('>', />/)
export const Range = sign('..', /\.\./)
export const Dot = sign('.', /\./)
export const Plus = sign('+', /\+/)
export const Minus = sign('-', /-/)
export const Times = sign('*', /\*/)
export const Divide = sign('/', /\//)
export const Power = sign('^', /\^/)
export const Equals = sign('=', /=/)
export const Colon = sign(':', /:/)
export const Comma = sign(',', /,/)
export const Semicolon = sign(';', /;/)
export const LeftBrace = sign('{', /\{/)
export const RightBrace = sign('}', /\}/)
export const LeftParen = sign('(', /\(/)
export const RightParen = sign(')', /\)/)
export const LeftBracket = sign('[', /\[/)
export const RightBracket = sign(']', /\]/)

/** Any other character: the parser reports it, so that the lexer never fails. */
export const Unknown = createToken({
  name: 'Unknown',
  pattern: unicode(/[^]/u),
  start_chars_hint: startCharacters(() => true),
  line_breaks: false,
})

export const binaryOperators: readonly TokenType[] = [
  Or, And, EqualEqual, NotEqual, LessEqual, GreaterEqual, Less, Greater, In,
  Range, PlusMinus, Plus, Minus, Times, Divide, Of, Power,
] // prettier-ignore

/** In the order in which they are tried. */
export const tokenTypes: readonly TokenType[] = [
  Blank, Doc, LineComment, HashComment, BlockComment, UnclosedComment,
  Import, From, In, Of, And, Or, Not, Assert, True, False, Name, Unit, Within,
  NumberLiteral, Text, UnclosedText, PlusMinus, EqualEqual, NotEqual, LessEqual, GreaterEqual, Less, Greater,
  Range, BadNumber, Dot, Plus, Minus, Times, Divide, Power, Equals, Colon, Comma, Semicolon,
  LeftBrace, RightBrace, LeftParen, RightParen, LeftBracket, RightBracket, Unknown,
] // prettier-ignore
