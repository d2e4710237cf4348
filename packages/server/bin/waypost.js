#!/usr/bin/env node
// Stands here, and not in dist, so that an install before the first build finds it.
import '../dist/app/main.js'
