/**
 * Valid HTML: every page of Tidemark's help centre, in every language, and those of `html-pages.mjs`,
 * before the Nu Html Checker. Alone: `node scripts/proof/html.mjs`, some ten seconds.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { startDemoServer } from '../demo-server.mjs'
import { pages } from './html-pages.mjs'

const { resolve } = createRequire(import.meta.url)
const checker = join(dirname(resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')

/** A picture without a word for it. A checker that lets this pass has looked at nothing. */
const BROKEN = '<!doctype html><html lang="en"><title>Broken</title><img src="a.png">'

if (spawnSync('java', ['-version']).error) {
  console.log(
    'Skipped: the HTML checker needs Java (Debian: apt-get install default-jre-headless).',
  )
} else {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-html-'))
  const server = await startDemoServer()
  try {
    process.exitCode = (await prove(server.url, folder)) ? 0 : 1
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prove(url, folder) {
  const files = new Map()
  const strayed = []
  for (const { path, status = 200 } of [...(await pagesOfMap(url)), ...pages]) {
    const answer = await fetch(url + path, { redirect: 'manual' })
    if (answer.status !== status) strayed.push(`${path} answers ${answer.status}, not ${status}`)
    files.set(write(folder, files.size, await answer.text()), path)
  }
  const broken = write(folder, files.size, BROKEN)

  const messages = check(folder)
  const isSound = messages.some(({ url: file }) => basename(file) === broken)
  const found = messages.filter(({ url: file }) => basename(file) !== broken)
  const errors = found.filter(({ type }) => type !== 'info')
  for (const { url: file, type, lastLine, message, extract } of found) {
    console.error(`${files.get(basename(file))}:${lastLine} ${type}: ${message}\n  ${extract}`)
  }
  for (const line of strayed) console.error(line)
  if (!isSound) console.error('The checker said nothing about a page that is broken on purpose.')
  const warnings = found.length - errors.length
  console.log(`HTML pages ${files.size}, errors ${errors.length}, warnings ${warnings}`)
  return isSound && files.size > pages.length && errors.length + strayed.length === 0
}

/** Paths of all pages that search engines are told of. */
async function pagesOfMap(url) {
  const map = await (await fetch(`${url}/help/sitemap.xml`)).text()
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => ({
    path: new URL(place).pathname,
  }))
}

function write(folder, index, text) {
  const name = `${index}.html`
  writeFileSync(join(folder, name), text)
  return name
}

function check(folder) {
  const args = ['-jar', checker, '--format', 'json', '--exit-zero-always', folder]
  const { stderr, error } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (error) throw error
  return JSON.parse(stderr).messages
}
