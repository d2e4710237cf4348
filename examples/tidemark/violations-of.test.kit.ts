import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong on the page by these rules, or by all that it has; each with the places. */
export async function violationsOf(page: Page, ...rules: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  // Colours that are on their way to others are no contrast that anybody reads; they begin with a frame.
  await page.evaluate(async () => {
    for (let still = 0; still < 3; still += 1) {
      await new Promise((drawn) => requestAnimationFrame(drawn))
      const moving = document.getAnimations()
      if (moving.length > 0) still = 0
      await Promise.allSettled(moving.map(({ finished }) => finished))
    }
  })
  const options: RunOptions = { resultTypes: ['violations'] }
  if (rules.length > 0) options.runOnly = rules
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run(how: object): Promise<AxeResults> } }
    const { violations } = await axe.run(options)
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, options)
}
