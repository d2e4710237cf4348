/** A screen that nobody sees, for WebKit, which has no headless mode: its `DISPLAY` and its end. */
import { spawn } from 'node:child_process'

export async function openScreen() {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']
  const screen = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const display = await new Promise((resolve, reject) => {
    screen.once('error', reject)
    screen.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`))
  })
  return { display, close: () => screen.kill() }
}
