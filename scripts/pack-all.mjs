/**
 * Packs the packages into the folder that is named, or `.waypost/packages`, and says how they are
 * installed: `npm run pack:all [<folder>]`.
 */
import { resolve } from 'node:path'
import { pack } from './pack.mjs'

const tarballs = pack(resolve(process.argv[3] ?? '.waypost/packages'))
console.log(`\nIn a folder of your own:\n\n  npm install ${Object.values(tarballs).join(' ')}\n`)
