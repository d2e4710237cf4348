import { loadKeys, rotateKeys } from '../adapters/tokens/keys.js'

/** The server's keys, and how to get the next ones where they are ours to make. */
export async function openKeys(folder: string, env: NodeJS.ProcessEnv) {
  const keys = await loadKeys(folder, env.WAYPOST_KEYS)
  return { keys, rotateKeys: env.WAYPOST_KEYS ? undefined : () => rotateKeys(folder) }
}
