import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** All code that a snapshot depends on stands in these. */
const FOLDERS = ['../analysis/', '../index/', './'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
)
const CODE = /(?<![.]test|[.]d)[.][jt]s$/

const { version: stemmers } = createRequire(import.meta.url)('snowball-stemmers/package.json') as {
  version: string
}

/**
 * What tells one maker of snapshots from any other: the very code that takes words apart, its stemmers,
 * and the Unicode that it stands on. An upgrade that changes any of it cannot be forgotten, so that
 * stems of before are never searched.
 */
export function madeBy(folders: readonly string[] = FOLDERS): string {
  const sum = createHash('sha256')
  sum.update(JSON.stringify([stemmers, process.versions.unicode, process.versions.icu]))
  for (const folder of folders) {
    for (const name of readdirSync(folder)
      .filter((name) => CODE.test(name))
      .sort()) {
      const code = readFileSync(`${folder}/${name}`)
      sum.update(JSON.stringify([name, code.length])).update(code)
    }
  }
  return sum.digest('base64url')
}
