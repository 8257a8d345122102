'use strict'
const { readFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { Script } = require('node:vm')

const bundle = join(__dirname, '..', 'dist', 'bundle', 'plumb.cjs')

/** What other threads run. */
exports.workerFile = join(__dirname, '..', 'dist', 'bundle', 'worker.cjs')

/** Where the compiled code of the bundle is kept, for the Node that made it; any other ignores it. */
exports.cacheFile = `${bundle}.cache`

/** Runs the bundle, from its compiled code if there is some, and gives what it exports. */
exports.loadBundle = (cachedData) => {
  const source = readFileSync(bundle, 'utf8')
  const wrapped = `(function (exports, require, module) {${source}\n})`
  const script = new Script(wrapped, { filename: bundle, ...(cachedData && { cachedData }) })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(bundle), module)
  return { script, exports: module.exports }
}
