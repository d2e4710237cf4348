/**
 * Three browsers behind one way of asking: `send(method, path, name, body)` as W3C WebDriver has it.
 * Chromium and WebKit have a driver that speaks HTTP; Firefox is asked over Marionette, the socket
 * that geckodriver itself talks to: the same commands, by `name` in the place of method and path.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from './eventually.mjs'

const CHROMIUM = '/usr/bin/chromedriver'
const FIREFOX = '/usr/bin/firefox-esr'
const WEBKIT = '/usr/bin/WebKitWebDriver'

/** Nothing that a browser asks of its maker by itself; links are reached by Tab. */
const PREFERENCES = {
  'accessibility.tabfocus': 7,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

/** Each engine: the program it needs, the Debian package that brings it, and how it is started. */
export const engines = {
  chromium: {
    needs: CHROMIUM,
    package: 'chromium-driver',
    start: (port) =>
      overHttp(CHROMIUM, port, {
        'goog:chromeOptions': {
          args: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'],
        },
      }),
  },
  firefox: { needs: FIREFOX, package: 'firefox-esr', start: (port) => overMarionette(port) },
  webkit: {
    needs: WEBKIT,
    package: 'webkit2gtk-driver xvfb',
    start: (port, display) =>
      overHttp(WEBKIT, port, webkitOptions(), { ...process.env, DISPLAY: display }),
  },
}

function webkitOptions() {
  const binary = ['x86_64', 'aarch64']
    .map((kind) => `/usr/lib/${kind}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path))
  return { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } }
}

async function overHttp(program, port, capabilities, env = process.env) {
  const driver = spawn(program, [`--port=${port}`], { stdio: 'ignore', env })
  const call = async (method, path, body = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    })
    const { value } = await response.json()
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
    return value
  }
  await eventually(() => call('GET', '/status'))
  const { sessionId } = await call('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  })
  return {
    send: (method, path, _name, body) => call(method, `/session/${sessionId}${path}`, body),
    async close() {
      await call('DELETE', `/session/${sessionId}`).catch(() => {})
      await stop(driver)
    },
  }
}

async function overMarionette(port) {
  const profile = mkdtempSync(join(tmpdir(), 'waypost-firefox-'))
  const lines = Object.entries({ 'marionette.port': port, ...PREFERENCES }).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join(''))
  const args = ['--marionette', '--headless', '--no-remote', '--profile', profile]
  const browser = spawn(FIREFOX, args, { stdio: 'ignore', env: { ...process.env, HOME: profile } })
  const socket = await eventually(() => connectTo(port), 20_000)
  const call = marionetteCalls(socket)
  await call('WebDriver:NewSession')
  return {
    async send(_method, _path, name, body) {
      const answer = await call(`WebDriver:${name}`, body)
      const isWrapped = answer !== null && typeof answer === 'object' && 'value' in answer
      return isWrapped ? answer.value : answer
    },
    async close() {
      call('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {})
      await stop(browser)
      socket.destroy()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

function connectTo(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket)).once('error', reject)
  })
}

/** Messages are `<length in bytes>:<JSON>`; the first one greets, answers are `[1, id, error, value]`. */
function marionetteCalls(socket) {
  const waiting = new Map()
  let kept = Buffer.alloc(0)
  let last = 0
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    kept = Buffer.concat([kept, chunk])
    for (;;) {
      const colon = kept.indexOf(':')
      const end = colon + 1 + Number(kept.subarray(0, Math.max(colon, 0)))
      if (colon < 1 || kept.length < end) return
      const message = JSON.parse(kept.subarray(colon + 1, end))
      kept = kept.subarray(end)
      if (!Array.isArray(message)) continue
      const [, id, error, value] = message
      const { resolve, reject } = waiting.get(id)
      waiting.delete(id)
      if (error) reject(new Error(`${error.error}: ${error.message}`))
      else resolve(value)
    }
  })
  return (name, body = {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      const text = JSON.stringify([0, last, name, body])
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
}

async function stop(child) {
  if ((child.exitCode ?? child.signalCode) !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  setTimeout(() => child.kill(), 1_000).unref()
  await ended
}
