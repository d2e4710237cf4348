import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, it } from 'vitest'
import { pack } from './pack.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'waypost-packages-'))
const packages = Object.values<string>(pack(folder)).map((tarball) => read(readFileSync(tarball)))
rmSync(folder, { recursive: true, force: true })

function read(tarball: Buffer) {
  const types = createPackageFromTarballData(tarball)
  const home = `/node_modules/${types.packageName}/`
  const texts = new Map(
    types.listFiles().map((path) => [path.slice(home.length), types.readFile(path)]),
  )
  const manifest = JSON.parse(texts.get('package.json') ?? '')
  return { name: types.packageName, tarball, types, texts, manifest }
}

/** `import 'x'`, `from 'x'`, `import('x')`, `resolve('x')`; a part of Node has a colon in it. */
const imports = /\b(?:from\s*|import\s*\(?|resolve\()['"`]([@a-z][\w@./-]*)['"`]/g
const comments = /^\s*(\/\/|\/?\*).*$/gm

/** We are ES modules only: the resolution before `exports`, and `require()`, are not ours. */
const notOurs = ['node10', 'node16-cjs']
/** A script for tags: there is nothing to import from it, only to copy it. */
const excludeEntrypoints = ['./waypost.single.js']

describe('the packages', () => {
  it('are three, of one version below 1, which they name for one another', () => {
    const names = packages.map(({ name }) => name).sort()
    expect(names).toEqual(['@waypost/sdk', '@waypost/server', '@waypost/widget'])
    const versions = new Set(packages.map(({ manifest }) => manifest.version))
    expect([...versions]).toEqual([expect.stringMatching(/^0\.\d+\.\d+$/)])
    for (const { manifest } of packages) {
      const own = Object.entries(manifest.dependencies).filter(([name]) => names.includes(name))
      expect(own.filter(([, version]) => version !== manifest.version)).toEqual([])
    }
  })

  it.each(packages)('leave publint nothing to say: $name', async ({ tarball }) => {
    const bytes = new Uint8Array(tarball).buffer
    const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  it.each(packages)('have types that resolve as their modules do: $name', async ({ types }) => {
    const result = await checkPackage(types, { excludeEntrypoints })
    expect(result.types).toEqual({ kind: 'included' })
    const problems = 'problems' in result ? result.problems : []
    expect(
      problems.filter((it) => !('resolutionKind' in it && notOurs.includes(it.resolutionKind))),
    ).toEqual([])
  })

  it.each(packages)('say what they are, and run nothing on install: $name', (own) => {
    const { manifest, texts } = own
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module' })
    expect(manifest.engines).toEqual({ node: '>=20.19' })
    expect(Object.keys(manifest)).toEqual(expect.arrayContaining(['description', 'sideEffects']))
    expect(manifest.scripts ?? {}).toEqual({})
    expect(texts.get('LICENSE')).toContain('MIT License')
    expect(texts.get('README.md')?.split('\n')[0]).toBe(`# ${own.name}`)
  })

  it.each(packages)('hold no test, no leftover, and no path of this machine: $name', (own) => {
    const paths = [...own.texts.keys()]
    expect(paths.length).toBeGreaterThan(50)
    expect(paths.filter((path) => /\.test\.|tsbuildinfo|^src\//.test(path))).toEqual([])
    const telling = [...own.texts].filter(([, text]) => text.includes(root))
    expect(telling.map(([path]) => path)).toEqual([])
  })

  it.each(packages)('hold no chunk of an earlier build: $name', ({ texts }) => {
    const chunks = [...texts.keys()].filter((path) => /-[\w-]{8}\.js$/.test(path))
    const isNamed = (chunk: string) =>
      [...texts].some(([path, text]) => path !== chunk && text.includes(posix.basename(chunk)))
    const scripts = chunks.filter((path) => /^dist\/(script|chunks)\//.test(path))
    expect(scripts.filter((chunk) => !isNamed(chunk))).toEqual([])
  })

  it.each(packages)('have source maps that hold their sources: $name', ({ texts }) => {
    const lost = [...texts].filter(([path, text]) => {
      const [, map] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(text) ?? []
      if (map === undefined || path.endsWith('.map')) return false
      const found = texts.get(posix.join(posix.dirname(path), map))
      const { sources = [''], sourcesContent = [] } = JSON.parse(found ?? '{}')
      return sources.some((_: string, at: number) => typeof sourcesContent[at] !== 'string')
    })
    expect(lost.map(([path]) => path)).toEqual([])
  })

  it.each(packages)('declare whatever they import: $name', ({ name, manifest, texts }) => {
    const modules = [...texts].filter(([path]) => /\.(js|d\.ts)$/.test(path))
    const imported = modules.flatMap(([, text]) =>
      [...text.replace(comments, '').matchAll(imports)].map(
        ([, specifier = '']) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier,
      ),
    )
    const declared = { ...manifest.dependencies, ...manifest.peerDependencies }
    const strange = imported.filter((it) => it !== name && !(it in declared))
    expect([...new Set(strange)]).toEqual([])
    const idle = Object.keys(declared).filter((it) => !imported.includes(it))
    expect(idle).toEqual([])
  })
})
