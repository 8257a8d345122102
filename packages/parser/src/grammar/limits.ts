/** Brackets may be nested this deep; counted over tokens before anything is parsed. */
export const maximumNesting = 200

/** Expression trees may be this deep, chains of operators included. */
export const maximumDepth = 1000

/** A file may have this many bytes of UTF-8. */
export const maximumBytes = 8 * 1024 * 1024

/** The power of ten of a number literal lies between the negative of this and this. */
export const maximumExponent = 400
