import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { endianness } from 'node:os'
import { fileURLToPath } from 'node:url'

/** All code that a snapshot depends on stands in these. */
const FOLDERS = ['../analysis/', '../index/', '../plan/', './'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
)
const CODE = /(?<![.]test|[.]d)[.][jt]s$/

const packageOf = createRequire(import.meta.url)
const [stemmers, server] = ['snowball-stemmers/package.json', '../../../../package.json'].map(
  (path) => (packageOf(path) as { version: string }).version,
)

/**
 * What tells one maker of snapshots from any other: the very code that takes words apart, its stemmers,
 * and the Unicode that it stands on. An upgrade that changes any of it cannot be forgotten, so that
 * stems of before are never searched. The version of the server stands for what makes a text of an
 * article, and for migrations that may write articles anew; tables are in the byte order of the machine.
 */
export function madeBy(folders: readonly string[] = FOLDERS): string {
  const sum = createHash('sha256')
  const { unicode, icu } = process.versions
  sum.update(JSON.stringify([stemmers, server, unicode, icu, endianness()]))
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
