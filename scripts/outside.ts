import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Nothing that a script of this workspace was given may reach what runs outside of it. */
const ours =
  /^(npm_(package|lifecycle|config_(local_prefix|dir|recursive|node_linker))|INIT_CWD|NODE_(ENV|OPTIONS|PATH)|VITEST|VITE_|PORT$|WAYPOST_)/i
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))

const shell = process.platform === 'win32'
const noWayOut =
  /\b(EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|ERR_SOCKET_TIMEOUT|ETIMEDOUT)\b/

/** An empty folder, far from the workspace, in which one works with npm alone. */
export function outside() {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-outside-'))
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      ...{ cwd: folder, env, encoding: 'utf8', shell },
    })
    return { code: status, said: `${stdout}${stderr}` }
  }

  return {
    folder,
    run,
    write(path: string, text: string): void {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    },
    /** Why npm cannot reach its registry; asked first, because `npm install` asks for minutes. */
    unreachable(): string | undefined {
      const once = ['--prefer-online', '--fetch-retries=1', '--fetch-retry-mintimeout=1000']
      const { said } = run('npm', 'view', 'valibot', 'version', ...once, '--fetch-timeout=15000')
      return noWayOut.exec(said)?.[0]
    },
    install(...tarballs: string[]): void {
      const quick = ['--no-audit', '--no-fund', '--prefer-offline']
      const { code, said } = run('npm', 'install', ...quick, ...tarballs)
      if (code !== 0) throw new Error(`npm install failed:\n${said}`)
    },
    /** `npx waypost serve`, on a free port; resolves when it says that it is ready. */
    async serve() {
      const child = spawn('npx', ['waypost', 'serve'], {
        ...{ cwd: folder, env: { ...env, PORT: String(await freePort()) }, shell },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
      const url = await new Promise<string>((resolve, reject) => {
        const hear = (chunk: Buffer) => {
          said += chunk
          const [, address] = /Waypost is ready: (\S+)/.exec(said) ?? []
          if (address) resolve(address)
        }
        child.stdout?.on('data', hear)
        child.stderr?.on('data', hear)
        gone.then(() => reject(new Error(`waypost serve ended:\n${said}`)))
      })
      return {
        url,
        said: () => said,
        /** Tells npx alone; resolves when the server has gone, too, and let go of what it wrote to. */
        async stop() {
          child.kill('SIGTERM')
          await gone
        },
      }
    },
    leave: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
