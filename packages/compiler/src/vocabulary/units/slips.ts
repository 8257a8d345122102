/** What somebody who wrote a word that is no unit most likely meant. */
export interface Slip {
  /** The unit to write, or null where there is none. */
  readonly unit: string | null
  /** Why there is none, and what to write instead. */
  readonly advice: string | null
  /** It counts hundredths of the game's currency. */
  readonly hundredths: boolean
}

const meant = (unit: string, words: string): readonly (readonly [string, Slip])[] =>
  words.split(' ').map((word) => [word, { unit, advice: null, hundredths: false }] as const)

const without = (words: string, advice: string, hundredths = false): readonly (readonly [string, Slip])[] =>
  words.split(' ').map((word) => [word, { unit: null, advice, hundredths }] as const)

/** Common slips, by the word as it is written in small letters. */
const slips: ReadonlyMap<string, Slip> = new Map<string, Slip>([
  ...meant('ns', 'nsec nsecs nanosecond nanoseconds'),
  ...meant('us', 'usec usecs microsecond microseconds µs μs'),
  ...meant('ms', 'msec msecs millis millisecond milliseconds'),
  ...meant('s', 'sec secs second seconds'),
  ...meant('min', 'mins minute minutes'),
  ...meant('h', 'hr hrs hour hours'),
  ...meant('day', 'd days'),
  ...meant('week', 'w wk weeks'),
  ...meant('tok', 'toks token tokens'),
  ...meant('ktok', 'ktoks ktokens kilotokens'),
  ...meant('Mtok', 'mtok mtoks mtokens megatokens'),
  ...meant('USD', 'usd dollar dollars $'),
  ...meant('EUR', 'eur euro euros €'),
  ...meant('GBP', 'gbp pound pounds £'),
  ...meant('JPY', 'jpy yen ¥'),
  ...without('month months', "a month has no fixed length: write it in days, such as '30 day'"),
  ...without('year years yr yrs', "a year has no fixed length: write it in days, such as '365 day'"),
  ...without('cent cents ct cts', "write cents as a part of the currency, such as '0.05 USD'", true),
  ...without('m', "write 'min' for minutes, and 'Mtok' for millions of tokens"),
  ...without('k', "write 'ktok' for thousands of tokens, and a bare number with its zeros, such as '2_400'"),
  ...without('percent pct', "write a percentage with its sign, such as '62%'"),
])

/** What a word that is no unit was meant to be, if it is one of the usual slips. */
export function slipOf(word: string): Slip | null {
  return slips.get(word.toLowerCase()) ?? null
}
