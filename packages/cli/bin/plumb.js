#!/usr/bin/env node
import '../dist/bundle/plumb.js'
