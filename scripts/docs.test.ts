import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { findingCodes } from '../packages/sdk/src/contract/diagnosis.js'
import { errorCodes, fieldCodes } from '../packages/sdk/src/contract/errors.js'
import { routes } from '../packages/sdk/src/contract/routes.js'
import { widgetOptions } from '../packages/sdk/src/contract/widget-options.js'
import { eventNames, hookNames } from '../packages/sdk/src/embed/controller/event-names.js'
import { articleKeys } from '../packages/server/src/adapters/content/article-fields.js'
import { collectionKeys } from '../packages/server/src/adapters/content/read-collection-file.js'
import {
  ConfigSchema,
  flagOf,
  SiteConfigSchema,
  scalars,
} from '../packages/server/src/app/config-schema.js'
import { anchorsIn, codeIn, inlineCodeIn, linksIn, readDocuments } from './read-documents.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const documents = readDocuments(root)
const textOf = (path: string) => documents.find((document) => document.path === path)?.text ?? ''

/** Files and folders of the repository, without what is installed or built. */
const files = listFiles('')

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (['.git', '.waypost', 'dist', 'node_modules'].includes(entry.name)) return []
    return entry.isDirectory() ? [path, ...listFiles(path)] : [path]
  })
}

describe('the documents', () => {
  it('were found', () => {
    expect(documents.length).toBeGreaterThan(10)
  })

  it.each(documents)('lead nowhere that is not there: $path', ({ path, text }) => {
    const dead = linksIn(text).filter((link) => {
      if (/^[a-z]+:/.test(link)) return false
      const [target = '', anchor] = link.split('#')
      const file = target === '' ? path : posix.join(posix.dirname(path), target)
      if (!files.includes(file.replace(/\/$/, ''))) return true
      return anchor !== undefined && !anchorsIn(textOf(file)).includes(anchor)
    })
    expect(dead).toEqual([])
  })

  it.each(documents)('have every row in a table: $path', ({ text }) => {
    const lines = text.replace(/^```[\s\S]*?^```/gm, '').split('\n')
    const isRow = (line = '') => line.startsWith('|')
    const heads = lines.filter((line, at) => isRow(line) && !isRow(lines[at - 1]))
    const lost = heads.filter((head) => !/^\|[\s|:-]+$/.test(lines[lines.indexOf(head) + 1] ?? ''))
    expect(lost).toEqual([])
  })

  it.each(documents.filter(({ path }) => path !== 'CHANGELOG.md'))(
    'name no source that is not there: $path',
    ({ text }) => {
      const isSource =
        /^[\w./-]+\.(?:ts|mjs|cjs)$|^(?:packages|scripts|docs|adapters|domain)\/[\w./-]*$/
      const missing = inlineCodeIn(text)
        // Files that are yet to be made say so in their line; `dist` is built.
        .filter(({ code, inLine }) => isSource.test(code) && !inLine.includes('(new'))
        .map(({ code }) => code.replace(/\/$/, ''))
        // The operator's own.
        .filter((code) => code !== 'waypost.config.ts')
        .filter((code) => !files.some((file) => file === code || file.endsWith(`/${code}`)))
      expect(missing).toEqual([])
    },
  )
})

describe('the TypeScript in the documents', () => {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'docs-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is right, and imports what the packages export', () => {
    const snippets = documents.flatMap(({ path, text }) =>
      codeIn(text, 'ts').map(({ line, code }) => ({ name: `${path}:${line}`, code })),
    )
    for (const { name, code } of snippets) {
      writeFileSync(join(folder, `${name.replaceAll('/', '-')}.mts`), `${code}\nexport {}\n`)
    }
    const tsconfig = {
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: {
        ...{ noEmit: true, composite: false, declaration: false, declarationMap: false },
        lib: ['es2023', 'es2024.string', 'dom', 'dom.iterable'],
        types: ['node'],
        customConditions: null,
        paths: exportedTypes(),
      },
      include: ['*.mts'],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
    expect(snippets.length).toBeGreaterThan(3)
    expect(stdout).toBe('')
  })

  /** Each public entry of each package, and where its built types stand. */
  function exportedTypes(): Record<string, string[]> {
    const manifests = files.filter((file) => /^packages\/\w+\/package\.json$/.test(file))
    return Object.fromEntries(
      manifests.flatMap((file) => {
        const { name, exports } = JSON.parse(readFileSync(join(root, file), 'utf8'))
        return Object.entries<{ types?: string }>(exports).flatMap(([entry, { types }]) =>
          types ? [[posix.join(name, entry), [join(root, dirname(file), types)]]] : [],
        )
      }),
    )
  }
})

/** What a schema makes of nothing at all. */
function defaultsOf(schema: typeof ConfigSchema | typeof SiteConfigSchema) {
  const result = schema['~standard'].validate({})
  return 'value' in result ? (result.value as Record<string, unknown>) : {}
}

describe('the tables in the documents', () => {
  const rowsOf = (path: string) =>
    textOf(path)
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.replaceAll('\\|', '|').replace(/ +/g, ' '))

  it('name every command as the command line does', () => {
    const commands = join(root, 'packages/server/src/app/commands')
    const usages = readdirSync(commands).flatMap(
      (file) => /^ {2}usage: '(.+)',$/m.exec(readFileSync(join(commands, file), 'utf8'))?.[1] ?? [],
    )
    expect(usages.length).toBeGreaterThan(5)
    const rows = rowsOf('docs/configuration.md')
    expect(
      usages.filter((usage) => !rows.some((row) => row.startsWith(`| \`${usage}\` |`))),
    ).toEqual([])
  })

  it('name every setting with its flag and environment', () => {
    const rows = rowsOf('docs/configuration.md')
    for (const [name, { env, value }] of Object.entries(scalars)) {
      const row = rows.find((line) => line.startsWith(`| \`${name}\` |`))
      expect(row, name).toContain(`\`${env}\``)
      if (value !== undefined) expect(row, name).toContain(`\`--${flagOf(name)}\``)
    }
    const flags = rows.flatMap((row) => /^\| `\w+` \| `--([a-z-]+)` \|/.exec(row)?.[1] ?? [])
    expect(
      flags.filter((flag) => !Object.keys(scalars).some((name) => flagOf(name) === flag)),
    ).toEqual([])
  })

  it('name every setting and every key of a site with its default', () => {
    const rows = rowsOf('docs/configuration.md')
    const wrong = (entries: object, defaults: Record<string, unknown>) =>
      Object.keys(entries).filter((name) => {
        const cells = rows.find((row) => row.startsWith(`| \`${name}\` |`))?.split('|') ?? []
        const said = [defaults[name]].flat()[0]
        const isPlain = ['string', 'number', 'boolean'].includes(typeof said)
        const isWhole = [defaults[name]].flat().length === 1
        return !cells.some((cell) =>
          isPlain && isWhole
            ? cell.trim() === `\`${said}\``
            : ['none', 'all', 'host and port', 'one site'].includes(cell.trim()),
        )
      })
    expect(wrong(ConfigSchema.entries, { ...defaultsOf(ConfigSchema), sites: null })).toEqual([])
    expect(wrong(SiteConfigSchema.entries, defaultsOf(SiteConfigSchema))).toEqual([])
  })

  it('name every route and no other', () => {
    const named = rowsOf('docs/http-api.md').flatMap(
      (row) => /^\| `([A-Z]+ \/[^`]+)`/.exec(row)?.[1] ?? [],
    )
    const declared = Object.values(routes).map(({ method, path }) => `${method} ${path}`)
    expect([...named].sort()).toEqual([...declared].sort())
  })

  it('name every error code beside its status', () => {
    const rows = rowsOf('docs/http-api.md')
    for (const [code, status] of Object.entries(errorCodes)) {
      const row = rows.find((line) => line.includes(`\`${code}\``))
      expect(row, code).toMatch(new RegExp(`^\\| ${status || 'none'} \\|`))
    }
    expect(
      fieldCodes.filter((code) => !textOf('docs/http-api.md').includes(`\`${code}\``)),
    ).toEqual([])
  })

  it('name every option of the widget, and every event and hook that a page can hear', () => {
    const text = textOf('docs/embed.md')
    const firsts = rowsOf('docs/embed.md').flatMap(
      (row) => /^\| `([\w:-]+)` \|/.exec(row)?.[1] ?? [],
    )
    const names = [...Object.keys(widgetOptions), ...eventNames]
    expect(firsts.filter((name) => name.includes(':') || name in widgetOptions)).toEqual(
      names.filter((name) => name.includes(':') || name in widgetOptions),
    )
    expect([...names, ...hookNames].filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  it('name everything that diagnose() finds, and what is to be done', () => {
    const rows = rowsOf('docs/troubleshooting.md')
    const named = rows.flatMap((row) => /^\|[^|]+\| `(\w+)` \|/.exec(row)?.[1] ?? [])
    expect([...new Set(named)].sort()).toEqual([...findingCodes].sort())
  })

  it('name every key of front matter', () => {
    const rows = rowsOf('docs/content.md')
    const keys = [...new Set<string>([...articleKeys, ...collectionKeys])]
    expect(keys.filter((key) => !rows.some((row) => row.startsWith(`| \`${key}\` |`)))).toEqual([])
  })
})
