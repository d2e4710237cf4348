import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { widgetOptions } from '../packages/sdk/src/contract/widget-options.js'
import { readArticleFields } from '../packages/server/src/adapters/content/article-fields.js'
import { readContentFolder } from '../packages/server/src/adapters/content/content-folder.js'
import { splitFrontMatter } from '../packages/server/src/adapters/content/front-matter.js'
import { createProblems } from '../packages/server/src/adapters/content/problems.js'
import { createRichTextReader } from '../packages/server/src/adapters/markdown/create-rich-text-reader.js'
import { ConfigSchema, flagOf, scalars } from '../packages/server/src/app/config-schema.js'
import { loadConfig } from '../packages/server/src/app/load-config.js'
import { codeIn, inlineCodeIn, languagesIn, readDocuments } from './read-documents.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const documents = readDocuments(root)
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Every snippet in a language, with where it stands. */
const snippets = (language: string) =>
  documents.flatMap(({ path, text }) =>
    codeIn(text, language).map(({ line, code }) => ({ place: `${path}:${line}`, code })),
  )

const folder = mkdtempSync(join(tmpdir(), 'waypost-docs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (command: string, args: string[], input = '', env = {}) => {
  const options = { input, encoding: 'utf8', env: { ...process.env, ...env } } as const
  const { status, stdout, stderr, error } = spawnSync(command, args, options)
  return { isThere: error === undefined, code: status, said: `${stdout}${stderr}`.trim() }
}
const isThere = (command: string, ...args: string[]) => run(command, args).isThere

describe('the snippets in the documents', () => {
  it('are in languages that something here reads', () => {
    const readHere = 'caddyfile console html ini json jsonl nginx php python ruby sh ts'.split(' ')
    // Trees of folders, what commands say, and articles, which are read below.
    const forEyes = ['', 'css', 'yaml']
    const found = new Set(documents.flatMap(({ text }) => languagesIn(text)))
    expect([...found].filter((one) => ![...readHere, ...forEyes].includes(one))).toEqual([])
  })

  it.each(snippets('json'))('hold JSON, and settings that are taken: $place', ({ code }) => {
    const value = JSON.parse(code)
    if ('sites' in value)
      expect(ConfigSchema['~standard'].validate(value)).not.toHaveProperty('issues')
  })

  const articles = snippets('').filter(({ code }) => code.startsWith('---'))

  it.each(articles)('hold an article that is taken without a complaint: $place', ({ code }) => {
    const problems = createProblems('article.md')
    const parts = splitFrontMatter(code, problems)
    const fields = parts && readArticleFields(parts.yaml, parts.yamlLine, 'article', problems)
    expect(fields?.title).toBeTruthy()
    expect(problems.list).toEqual([])
  })

  it('hold articles', () => {
    expect(articles.length).toBeGreaterThan(2)
  })

  const configurations = snippets('ts').filter(({ code }) => code.includes('satisfies ConfigInput'))

  it.each(configurations)('hold a configuration that is loaded: $place', async ({ code }) => {
    const file = join(folder, 'waypost.config.ts')
    writeFileSync(file, code)
    writeFileSync(join(folder, 'identity.secret'), 'A'.repeat(43))
    const config = await loadConfig({ flags: {}, env: {}, folder, file })
    expect(config.sites[0]?.identity?.keys).toHaveLength(1)
  })

  it.each(snippets('jsonl'))('hold JSON on each line: $place', ({ code }) => {
    for (const line of code.trim().split('\n')) expect(typeof JSON.parse(line)).toBe('object')
  })

  it.each(snippets('html'))('set options that the widget has: $place', ({ code }) => {
    const names = [...code.matchAll(/ data-([a-z-]+)="/g)].map(([, name = '']) =>
      name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
    )
    expect(names.filter((name) => !(name in widgetOptions))).toEqual([])
  })
})

describe('the content in the documents', () => {
  it('is taken without a complaint, where it names its file', async () => {
    const files = snippets('yaml').flatMap(({ code }) => {
      const path = /^# (\S+\.(?:yaml|md))\n/.exec(code)?.[1]
      const text = path?.endsWith('.md') ? `---\n${code}\n---\nWords.\n` : code
      return path === undefined ? [] : [{ path, text }]
    })
    expect(files.length).toBeGreaterThan(4)
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, 'content', path)), { recursive: true })
      writeFileSync(join(folder, 'content', path), text)
    }
    const richText = createRichTextReader()
    const read = await readContentFolder({ folder: join(folder, 'content'), richText })
    expect(read.problems).toEqual([])
    expect(new Set(read.education.drafts.map(({ kind }) => kind)).size).toBe(5)
  })
})

describe('the shell commands in the documents', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const commands = join(root, 'packages/server/src/app/commands')
  const usages = readdirSync(commands).flatMap(
    (file) => /^ {2}usage: '(.+)',$/m.exec(readFileSync(join(commands, file), 'utf8'))?.[1] ?? [],
  )
  const flags = Object.keys(scalars).map(flagOf)

  it.each(snippets('sh'))('are known to shell, npm and waypost: $place', ({ code }) => {
    if (isThere('bash', '--version')) expect(run('bash', ['-n'], code)).toMatchObject({ said: '' })
    const lines = code.replaceAll('\\\n', ' ').split('\n')
    for (const line of lines.map((text) => text.replace(/(^| )#.*/, ''))) {
      for (const [, script = ''] of line.matchAll(/\bp?npm (?:run (?:-s )?)?([a-z][\w:-]*)/g)) {
        const isOfNpm = ['install', 'start', 'test', 'waypost'].includes(script)
        expect(isOfNpm || script in scripts, `npm run ${script}`).toBe(true)
      }
      for (const [, name, rest = ''] of line.matchAll(
        /(?<!-u )\bwaypost (?:-- )?([a-z]+(?:-[a-z]+)*)([^&|;]*)/g,
      )) {
        const usage = usages.find((text) => text.split(' ')[0] === name)
        expect(usage, `waypost ${name}`).toBeDefined()
        for (const [, flag = ''] of rest.matchAll(/ --([a-z-]+)/g)) {
          const isKnown = flags.includes(flag) || flag === 'config' || usage?.includes(`--${flag}`)
          expect(isKnown, `waypost ${name} --${flag}`).toBe(true)
        }
      }
    }
  })
})

describe('the identity tokens of other languages', () => {
  const secret = 'an identity secret of thirty-two characters or more'
  it.for([
    [
      'python',
      'python3',
      '-c',
      'print(identity_token({"id": 7, "name": "Åsa", "email": "a@b.se"}))',
    ],
    ['ruby', 'ruby', '-e', "puts identity_token({ id: 7, name: 'Åsa', email: 'a@b.se' })"],
    ['php', 'php', '-r', "echo identity_token(['id' => 7, 'name' => 'Åsa', 'email' => 'a@b.se']);"],
  ] as const)(
    'are signed as the server wants them: %s',
    ([language, command, flag, call], { skip }) => {
      const all = snippets(language)
      expect(all).toHaveLength(1)
      const env = { WAYPOST_IDENTITY_SECRET: secret, RUBYOPT: '-Ku' }
      const { isThere, code, said } = run(command, [flag, `${all[0]?.code}\n${call}`], '', env)
      const isLacking = !isThere || /No module named|cannot load such file|LoadError/.test(said)
      if (isLacking) skip(`${command}, or its JWT library, is not here`)
      expect(code, said).toBe(0)
      const [header = '', payload = '', signature] = said.split('.')
      const hmac = createHmac('sha256', secret).update(`${header}.${payload}`)
      expect(signature).toBe(hmac.digest('base64url'))
      expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
        ...{ aud: 'tidemark', iss: 'https://www.tidemark.example', sub: '7', name: 'Åsa' },
        exp: expect.closeTo(Date.now() / 1000 + 300, -2),
      })
    },
  )
})

describe('what the documents say of other programs', () => {
  it.each([...snippets('nginx'), ...snippets('caddyfile')])(
    'leads to the port of the server, and closes what it opens: $place',
    ({ code }) => {
      expect(code).toMatch(/(127\.0\.0\.1|one|10\.0\.0\.\d):8787/)
      expect(code.split('{')).toHaveLength(code.split('}').length)
    },
  )

  it.for(snippets('nginx'))('is taken by nginx: $place', ({ code }, { skip }) => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
    const subject = ['-subj', '/CN=help.example.com', '-keyout', key, '-out', certificate]
    const made = run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject])
    if (!isThere('nginx', '-v') || made.code !== 0) skip('no nginx here')
    const blocks = code.startsWith('location') ? `server { listen 8080; ${code} }` : code
    const ours = blocks
      .replace(/(ssl_certificate) .*/, `$1 ${certificate};`)
      .replace(/(ssl_certificate_key) .*/, `$1 ${key};`)
    const file = join(folder, 'nginx.conf')
    writeFileSync(file, `pid ${folder}/pid; events {} http { access_log off; ${ours} }`)
    expect(run('nginx', ['-t', '-q', '-c', file]).said).not.toMatch(/\[emerg\]/)
  })

  it.for(snippets('caddyfile'))('is taken by Caddy: $place', ({ code }, { skip }) => {
    if (!isThere('caddy', 'version')) skip('no caddy here')
    const file = join(folder, 'Caddyfile')
    writeFileSync(file, code)
    const { code: exit, said } = run('caddy', ['adapt', '--config', file, '--adapter', 'caddyfile'])
    expect(exit, said).toBe(0)
  })

  it.for(snippets('ini'))('is a unit that systemd takes: $place', ({ code }, { skip }) => {
    const sections = [...code.matchAll(/^\[(\w+)\]$/gm)].map(([, name]) => name)
    expect(sections).toEqual(['Unit', 'Service', 'Install'])
    expect(code).toMatch(/^ExecStart=\/usr\/bin\/node \S+\/waypost serve$/m)
    expect(code).toMatch(/^User=(?!root$)/m)
    if (!isThere('systemd-analyze', '--version')) skip('no systemd here')
    const file = join(folder, 'waypost.service')
    writeFileSync(file, code.replace('/usr/bin/node', process.execPath))
    expect(run('systemd-analyze', ['verify', file]).said).not.toContain(file)
  })
})

describe('the Dockerfile', () => {
  const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n')
  const all = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))

  it('copies what is there, out of stages that it has', () => {
    const stages = all('FROM').flatMap((from) => / AS (\w+)$/.exec(from)?.[1] ?? [])
    for (const copy of all('COPY')) {
      const [, stage] = /^--from=(\w+) /.exec(copy) ?? []
      if (stage !== undefined) expect(stages).toContain(stage)
      else
        for (const path of copy.split(' ').slice(0, -1))
          expect(existsSync(join(root, path))).toBe(true)
    }
  })

  it('builds with the pnpm of the workspace, and the package that holds the command', () => {
    const { packageManager } = JSON.parse(read('package.json'))
    const { name, bin } = JSON.parse(read('packages/server/package.json'))
    const steps = all('RUN').join('\n')
    expect(steps).toContain(`--global ${packageManager}`)
    expect(steps).toContain(`--filter ${name} `)
    expect(steps).toContain(`/app/${bin.waypost.replace('./', '')} `)
  })

  it('runs by settings that there are, as nobody in particular, and says how it is', () => {
    const names = all('ENV').flatMap((text) => text.match(/\b(?:WAYPOST_\w+|PORT)(?==)/g) ?? [])
    const known: string[] = Object.values(scalars).map(({ env }) => env)
    expect(names.length).toBeGreaterThan(2)
    expect(names.filter((name) => !known.includes(name))).toEqual([])
    expect(all('USER')).toEqual(['node'])
    expect(all('CMD')).toEqual(['["serve"]'])
    const [, program = ''] = /CMD \["node", "-e", "(.+)"\]/.exec(read('Dockerfile')) ?? []
    expect(run(process.execPath, ['-e', program], '', { PORT: '1' })).toMatchObject({ code: 1 })
  })
})

describe('the messages that the documents quote', () => {
  const source = readdirSync(join(root, 'packages'))
    .flatMap((name) => sourcesBelow(`packages/${name}/src`))
    .map(read)
    .join('\n')

  const quoted = [
    ...snippets('console').flatMap(({ place, code }) =>
      code
        .trim()
        .split('\n')
        .map((message) => ({ place, message })),
    ),
    ...documents.flatMap(({ path, text }) =>
      inlineCodeIn(text)
        .filter(({ code }) => /^[A-Z][a-z]+ .+\.$/.test(code))
        .map(({ code }) => ({ place: path, message: code })),
    ),
  ]

  it('were found', () => {
    expect(quoted.length).toBeGreaterThan(20)
  })

  it.each(quoted)('are said by the code: $message ($place)', ({ message }) => {
    // Of a line of JSON, the words in it. `…` stands for what differs.
    const words = [...message.matchAll(/"(?:message|detail)":"([^"]+)"/g)].map(([, text]) => text)
    const said = words.length > 0 ? words.join('…') : message.replace('[waypost] ', '')
    const pieces = said.split('…').map((piece) => piece.trim().replace(/\.$/, ''))
    const telling = pieces.filter((piece) => piece.length > 4)
    expect(telling.length).toBeGreaterThan(0)
    for (const piece of telling) expect(source).toMatch(asInSource(piece))
  })

  /** A message as it may stand in a template: any word of it may come from a value. */
  function asInSource(piece: string): RegExp {
    const words = piece.split(' ').map((word) => {
      const escaped = word.replaceAll('`', '\\`').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      return `(?:${escaped}|\\$\\{[^}]*\\}[.,:;]?)`
    })
    return new RegExp(words.join(' '))
  }

  function sourcesBelow(path: string): string[] {
    return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join(path, name))
  }
})
