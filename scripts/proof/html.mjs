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
import { readHtml } from './read-html.mjs'

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
    process.exitCode = (await prove(server, folder)) ? 0 : 1
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prove(server, folder) {
  const pages = []
  for await (const page of readHtml(server)) {
    writeFileSync(join(folder, `${pages.length}.html`), page.html)
    pages.push(page)
    if (page.fault) console.error(`${page.name} ${page.fault}`)
  }
  writeFileSync(join(folder, 'broken.html'), BROKEN)

  let [isSound, errors, warnings] = [false, 0, 0]
  for (const { url, type, lastLine, message, extract } of check(folder)) {
    const file = basename(url)
    if (file === 'broken.html') {
      isSound = true
      continue
    }
    if (type === 'info') warnings += 1
    else errors += 1
    const { name } = pages[Number.parseInt(file, 10)]
    console.error(`${name}:${lastLine} ${type}: ${message}\n  ${extract}`)
  }
  if (!isSound) console.error('The checker said nothing about a page that is broken on purpose.')
  console.log(`HTML pages ${pages.length}, errors ${errors}, warnings ${warnings}`)
  return isSound && errors === 0 && pages.every(({ fault }) => fault === undefined)
}

function check(folder) {
  const args = ['-jar', checker, '--format', 'json', '--exit-zero-always', folder]
  const { stderr, error } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (error) throw error
  return JSON.parse(stderr).messages
}
