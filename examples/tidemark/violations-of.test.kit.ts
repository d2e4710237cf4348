import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong on the page, each with the places. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  // Colours that are on their way to others are no contrast that anybody reads.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run: () => Promise<AxeResults> } }
    const { violations } = await run.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}
