import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const built = ['widget/dist', 'sdk/dist/script'].map((folder) =>
  fileURLToPath(new URL(`../../packages/${folder}`, import.meta.url)),
)
/** By these words one sees which build has come. */
export const FORMER_WORDS = 'Search old help'

/** Puts a build with other words among those that a server has kept; gives its id. */
export function keepFormerBuild(kept: string): string {
  const folder = mkdtempSync(`${kept}-`)
  for (const from of built) cpSync(from, folder, { recursive: true })
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) === '.js')
    .map(({ parentPath, name }) => join(parentPath, name))
  for (const file of files.sort()) {
    const words = readFileSync(file, 'utf8').replaceAll('Search help', FORMER_WORDS)
    writeFileSync(file, words)
    hash.update(relative(folder, file)).update('\0').update(words)
  }
  const id = hash.digest('hex').slice(0, 12)
  cpSync(folder, join(kept, id), { recursive: true })
  return id
}
