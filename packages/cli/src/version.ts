/** The version of plumb, the same as in its `package.json`. */
export const version = '0.1.0'
