/**
 * Packs `@waypost/sdk`, `widget` and `server` as they would be published, into the folder that is
 * named, or `.waypost/packages`: `node scripts/pack.mjs [<folder>]`. Builds what has changed.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { findPnpm } from './find-pnpm.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The tarballs by the names of their packages. Throws what the packer said when there are none. */
export function pack(folder) {
  if (!build()) throw new Error('The packages could not be built')
  mkdirSync(folder, { recursive: true })
  const { command, args, env } = findPnpm(root)
  const packing = ['--filter=./packages/*', 'pack', '--json', '--pack-destination', folder]
  const { status, stdout, stderr } = spawnSync(command, [...args, ...packing], {
    ...{ cwd: root, env, encoding: 'utf8' },
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${command} pack failed:\n${stdout}${stderr}`)
  const packed = [JSON.parse(stdout)].flat()
  return Object.fromEntries(packed.map(({ name, filename }) => [name, filename]))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tarballs = pack(resolve(process.argv[2] ?? join(root, '.waypost/packages')))
  console.log(`npm install ${Object.values(tarballs).join(' ')}`)
}
