#!/usr/bin/env node
'use strict'
const { readFileSync } = require('node:fs')
const { cacheFile, loadBundle, workerFile } = require('./load.cjs')

let cachedData
try {
  cachedData = readFileSync(cacheFile)
} catch {
  // Without it, plumb only starts more slowly.
}
void loadBundle(cachedData).exports.main(workerFile)
