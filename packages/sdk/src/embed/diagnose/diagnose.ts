import type { Diagnosis, Finding } from '../../contract/diagnosis.js'
import type { WidgetOptions } from '../../contract/widget-options.js'
import { checkLauncher } from './check-launcher.js'
import { checkOptions } from './check-options.js'
import { checkScripts } from './check-scripts.js'
import { checkServer } from './check-server.js'
import { checkStorage } from './check-storage.js'
import { checkTwice } from './check-twice.js'
import { printDiagnosis } from './print-diagnosis.js'
import { adderOf, readScene } from './scene.js'
import { watchPolicy } from './watch-policy.js'

/** What stands at `/assets/<build>/diagnose.js`. */
export interface DiagnoseModule {
  diagnose(options?: WidgetOptions): Promise<Diagnosis>
}

const order: readonly Finding['severity'][] = ['error', 'warning', 'note']

/**
 * Looks for what keeps the widget from working on this page, writes it on the console and gives it
 * back. Needs nothing else of us: where the rest does not come, this file can be imported alone. It
 * asks the server as the widget would, so a policy of the page reports what it refuses.
 */
export async function diagnose(options?: WidgetOptions): Promise<Diagnosis> {
  const scene = readScene(options)
  const policy = watchPolicy(scene)
  const checks = [
    checkOptions,
    checkTwice,
    checkLauncher,
    checkStorage,
    checkPictures,
    async () => (await checkServer(scene, policy)) && checkScripts(scene, policy),
  ]
  for (const check of checks) {
    try {
      await check(scene)
    } catch (error) {
      adderOf(scene)('option_wrong', 'note', `One look failed: ${error}`, 'Tell us, please')
    }
  }
  await policy.report()
  const findings = scene.found.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  const ok = findings.every(({ severity }) => severity !== 'error')
  const diagnosis = { ok, build: scene.build, findings }
  printDiagnosis(diagnosis, scene.server)
  return diagnosis
}

/** A policy refuses a picture before it is asked for; whether there is one does not matter. */
async function checkPictures({ server }: ReturnType<typeof readScene>): Promise<void> {
  const picture = new Image()
  await new Promise((done) => {
    picture.onload = picture.onerror = done
    picture.src = `${server}/content/`
  })
}
