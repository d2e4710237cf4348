import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const sdk = new URL('../../packages/sdk/dist/', import.meta.url)

/**
 * Sends a module of `@waypost/sdk` as `pnpm build` made it: browsers can follow its imports.
 *
 * @param {string} pathname
 * @param {import('node:http').ServerResponse} response
 */
export async function sendSdk(pathname, response) {
  const file = fileURLToPath(new URL(pathname.slice('/sdk/'.length), sdk))
  try {
    const bytes = await readFile(file)
    response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' }).end(bytes)
  } catch {
    response.writeHead(404).end()
  }
}
