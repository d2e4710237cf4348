import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { slugOf } from '../../foundation/slug.js'
import { CliError } from '../cli-error.js'
import { sampleContent } from '../sample-content.js'
import type { Command } from './command.js'

export const init: Command = {
  usage: 'init [<folder>]',
  summary: 'write a configuration, a site key, an identity secret and sample articles',
  async run({ words, folder: here, out }) {
    const folder = resolve(here, words[0] ?? '.')
    const place = basename(folder)
    const slug = slugOf(place).slice(0, 64)
    const key = /^[a-z0-9]/.test(slug) ? slug.replace(/[^a-z0-9-]/g, '') : 'help'
    const config = {
      data: 'data',
      content: 'content',
      port: 8787,
      sites: [
        {
          key,
          name: nameFrom(place),
          origins: ['loopback', 'https://www.example.com'],
          defaultLocale: 'en',
          identity: {
            issuer: 'https://www.example.com',
            keys: [{ alg: 'HS256', secretFile: 'identity.secret' }],
          },
        },
      ],
    }
    const files: Record<string, string> = {
      'waypost.config.json': `${JSON.stringify(config, null, 2)}\n`,
      'identity.secret': `${randomBytes(32).toString('base64url')}\n`,
      '.gitignore': 'data/\nidentity.secret\nnode_modules/\n',
      ...sampleContent,
    }
    for (const [path, text] of Object.entries(files)) await writeNew(folder, path, text, out)
    const there = words[0] ? ` --config ${join(words[0], 'waypost.config.json')}` : ''
    out.write(`\nSite key: ${config.sites[0]?.key}\nNext: npx waypost serve${there}\n`)
    return 0
  },
}

/**
 * `my-shop` as customers read it, `My shop`; what is written like a name stays. `my-shop-help` is the
 * help of `My shop`: customers read the word beside the name.
 */
function nameFrom(folder: string): string {
  const owner = folder.slice(0, 100).replace(/[-_ ]+help$/i, '')
  if (owner !== owner.toLowerCase()) return owner
  const words = owner.replace(/[-_]+/g, ' ').trim() || 'Help'
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Nothing of the operator's is ever written over. */
async function writeNew(folder: string, path: string, text: string, out: NodeJS.WriteStream) {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(file, text, { flag: 'wx', mode: path === 'identity.secret' ? 0o600 : 0o644 })
    out.write(`  wrote ${path}\n`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw new CliError(`${file} cannot be written (${code}).`)
    out.write(`  kept  ${path} (it was there)\n`)
  }
}
