import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const config = join(root, 'scripts/floors.cjs')
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const folders = ['packages/sdk/src', 'packages/server/src', 'packages/widget/src']
const sources = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /[.]tsx?$/.test(path) && !/[.]test[.]tsx?$/.test(path))

interface Report {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
}

function cruise(cwd: string, paths: string[]) {
  const args = [cruiser, '--config', config, '--output-type', 'json', ...paths]
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (!run.stdout.startsWith('{')) throw new Error(run.stderr)
  const { modules, summary } = JSON.parse(run.stdout) as Report
  return {
    read: modules.map((module) => module.source),
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  }
}

describe('the floors', () => {
  const house = cruise(root, folders)

  it('hold: nothing imports from above or from the next room', () => {
    expect(house.violations).toEqual([])
  })

  it('were looked at whole: every source file was read', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(house.read).toEqual(expect.arrayContaining(sources))
  })

  it('have every room on one of them', () => {
    const floors = createRequire(import.meta.url)('./house.cjs') as Record<string, string[]>
    const homeless = sources.filter((path) => {
      const [package_ = '', room = ''] = path.split(/(?<=[/]src)[/]/)
      const rooms = floors[package_]?.flatMap((floor) => floor.split('|'))
      return !rooms?.includes(room.split(/[/.]/)[0] ?? '') && !/[.](test[.]kit|d)[.]ts$/.test(path)
    })
    expect(homeless).toEqual([])
  })
})

describe('the rules of the floors', () => {
  const made: string[] = []
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  /** Cruises a small tree made for the occasion; gives the names of the broken rules. */
  function brokenIn(files: Record<string, string>): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'waypost-floors-'))
    made.push(folder)
    for (const [path, text] of Object.entries({ 'tsconfig.json': '{}', ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const { read, violations } = cruise(folder, ['packages'])
    expect(read).toEqual(expect.arrayContaining(Object.keys(files)))
    return [...new Set(violations.map((violation) => violation.split(':')[0] ?? ''))].sort()
  }

  it('accept a tree where arrows point down', () => {
    expect(
      brokenIn({
        'packages/server/src/foundation/clock.ts': 'export const now = 0',
        'packages/server/src/domain/tickets/ticket.ts':
          "import { now } from '../../foundation/clock.js'\nexport const ticket = now",
      }),
    ).toEqual([])
  })

  it('refuse a foundation that imports app', () => {
    expect(
      brokenIn({
        'packages/server/src/app/compose.ts': 'export const app = 0',
        'packages/server/src/foundation/clock.ts':
          "import { app } from '../app/compose.js'\nexport const now = app",
      }),
    ).toEqual(['foundation may not import domain|adapters|http|messages|app|testing'])
  })

  it('refuse an arrow that points up for a type only', () => {
    expect(
      brokenIn({
        'packages/widget/src/features/search/hit.ts': 'export type Hit = string',
        'packages/widget/src/ui/list.ts':
          "import type { Hit } from '../features/search/hit.js'\nexport const list: Hit[] = []",
      }),
    ).toEqual(['ui may not import features|opening|tours|shell|entries'])
  })

  it('refuse rooms that import each other', () => {
    const rooms = (folder: string) => ({
      [`${folder}/search/a.ts`]: 'export const a = 0',
      [`${folder}/tickets/b.ts`]: "import { a } from '../search/a.js'\nexport const b = a",
    })
    const server = 'packages/server/src'
    const folders = [
      `${server}/adapters`,
      `${server}/adapters/storage`,
      `${server}/domain`,
      'packages/widget/src/features',
    ]
    expect(brokenIn(Object.assign({}, ...folders.map(rooms)))).toEqual(
      folders.map((folder) => `${folder}/* may not import each other`),
    )
  })

  it('refuse a cycle', () => {
    expect(
      brokenIn({
        'packages/sdk/src/contract/a.ts': "import { b } from './b.js'\nexport const a = () => b",
        'packages/sdk/src/contract/b.ts': "import { a } from './a.js'\nexport const b = () => a",
      }),
    ).toEqual(['no cycles'])
  })

  it('refuse an import that leads nowhere', () => {
    expect(
      brokenIn({ 'packages/sdk/src/contract/a.ts': "export { b } from './missing.js'" }),
    ).toEqual(['every import leads somewhere'])
  })

  it('let the client take types from the whole contract, and values from routes and errors', () => {
    const contract = {
      'packages/sdk/src/contract/routes.ts': 'export const routes = {}',
      'packages/sdk/src/contract/search.ts': 'export const schema = 0; export type Hit = string',
    }
    const client = (text: string) =>
      brokenIn({ ...contract, 'packages/sdk/src/client/search.ts': text })
    expect(
      client(
        "import { routes } from '../contract/routes.js'\nimport type { Hit } from '../contract/search.js'\nexport const hits: Hit[] = [routes]",
      ),
    ).toEqual([])
    expect(client("export { schema } from '../contract/search.js'")).toEqual([
      'client takes values only from routes and errors',
    ])
    expect(
      client(
        "import { schema, type Hit } from '../contract/search.js'\nexport const s: Hit = schema",
      ),
    ).toEqual(['client takes values only from routes and errors'])
  })

  it('let the embed script reach the client by its lazy controller alone', () => {
    const client = { 'packages/sdk/src/client/client.ts': 'export const client = 0' }
    const embed = 'packages/sdk/src/embed'
    const from = (path: string) => `import { client } from '${path}'\nexport const c = client`
    expect(
      brokenIn({
        ...client,
        [`${embed}/controller/connect.ts`]: from('../../client/client.js'),
        [`${embed}/controller/read-options.ts`]: 'export {}',
        [`${embed}/diagnose/diagnose.ts`]: from('../controller/read-options.js'),
        [`${embed}/waypost.ts`]:
          "import type { client } from '../client/client.js'\nexport type C = typeof client",
      }),
    ).toEqual([])
    expect(brokenIn({ ...client, [`${embed}/start.ts`]: from('../client/client.js') })).toEqual([
      'the embed script fetches its controller, and the client with it',
    ])
  })

  it('refuse a domain that knows a part of Node', () => {
    expect(
      brokenIn({
        'packages/server/src/domain/tickets/a.ts':
          "import { readFileSync } from 'node:fs'\nexport const a = readFileSync",
      }),
    ).toEqual(['domain knows no library'])
  })
})

describe('what ships', () => {
  const banned = {
    'starts other programs': /\bchild_process\b/,
    'makes code from text': /\beval\(|\bFunction\(|\bnode:vm\b/,
    'makes markup from text':
      /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|unsafeHTML|dangerouslySetInnerHTML)\b|document[.]write/,
  }
  const withoutComments = (text: string) =>
    text.replace(/\/[*][\s\S]*?[*]\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  const shipped = sources.filter((path) => !path.includes('/testing/'))

  for (const [deed, pattern] of Object.entries(banned)) {
    it(`never ${deed}`, () => {
      expect(shipped.length).toBeGreaterThan(50)
      const found = shipped.filter((path) =>
        pattern.test(withoutComments(readFileSync(join(root, path), 'utf8'))),
      )
      expect(found).toEqual([])
    })
  }

  it('would be caught: the patterns know what they look for', () => {
    const offending = [
      "import { exec } from 'node:child_process'",
      'eval(text)',
      'new Function(text)()',
      'element.innerHTML = text',
      'return unsafeHTML(text)',
    ]
    const all = Object.values(banned)
    expect(offending.filter((line) => !all.some((pattern) => pattern.test(line)))).toEqual([])
    expect(all.some((pattern) => pattern.test(withoutComments('// no innerHTML here')))).toBe(false)
  })
})
