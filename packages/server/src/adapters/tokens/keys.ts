import { randomBytes } from 'node:crypto'
import { chmod, link, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'

const KeySchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/)),
  /** 256 random bits, base64url. */
  secret: v.pipe(v.string(), v.minLength(43)),
})

/** The newest key of a use comes first and signs; the one before it still opens. */
const KeysSchema = v.object({
  ticketTokens: v.pipe(v.array(KeySchema), v.minLength(1), v.maxLength(2)),
})

export type Key = v.InferOutput<typeof KeySchema>
export type Keys = v.InferOutput<typeof KeysSchema>

/** The server's keys: from `WAYPOST_KEYS` (the JSON itself), else `keys.json`, made at first start. */
export async function loadKeys(folder: string, fromEnvironment?: string): Promise<Keys> {
  if (fromEnvironment !== undefined) return parseKeys(fromEnvironment, 'WAYPOST_KEYS')
  const file = join(folder, 'keys.json')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) return parseKeys(text, 'keys.json')
  await writeKeys(file, { ticketTokens: [newKey()] }, link)
  // Not those that we made: another node that shares the folder may have been quicker.
  return parseKeys(await readFile(file, 'utf8'), 'keys.json')
}

/** Makes a new key for each use and keeps the last one; tokens of older keys stop opening. */
export async function rotateKeys(folder: string): Promise<Keys> {
  const { ticketTokens } = await loadKeys(folder)
  const keys: Keys = { ticketTokens: [newKey(), ...ticketTokens].slice(0, 2) }
  await writeKeys(join(folder, 'keys.json'), keys, rename)
  return keys
}

function newKey(): Key {
  return { id: randomBytes(4).toString('hex'), secret: randomBytes(32).toString('base64url') }
}

function parseKeys(text: string, place: string): Keys {
  try {
    return v.parse(KeysSchema, JSON.parse(text))
  } catch (cause) {
    const message = `${place} does not hold valid keys: { "ticketTokens": [{ "id", "secret" }] }`
    throw new Error(message, { cause })
  }
}

/** Whole or not at all, and readable by nobody else: without the keys every ticket link is dead. */
async function writeKeys(
  file: string,
  keys: Keys,
  /** `link` leaves what is there, `rename` replaces it. */
  settle: (draft: string, file: string) => Promise<void>,
): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  const handle = await open(draft, 'w', 0o600)
  await handle.writeFile(`${JSON.stringify(keys, null, 2)}\n`)
  await handle.sync()
  await handle.close()
  await chmod(draft, 0o600)
  await settle(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft, { force: true })
  // Without this a power cut could bring the old name back, and tickets would outlive their keys.
  const folder = await open(dirname(file))
  await folder.sync().finally(() => folder.close())
}
