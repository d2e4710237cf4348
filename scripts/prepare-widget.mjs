/**
 * Compresses what the server sends of the widget, beside each file, and writes `manifest.json`: what
 * the server finds there it need not make.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { widgetFolders } from '../packages/server/dist/app/widget-folders.js'
import { ENDINGS, MANIFEST, readWidgetBuild } from '../packages/server/dist/http/widget-build.js'
import { widgetManifest } from '../packages/server/dist/http/widget-manifest.js'

const build = readWidgetBuild(widgetFolders)
const manifest = join(widgetFolders[0], MANIFEST)

if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).build !== build.id) {
  const compressions = [...build.files].flatMap(([path, { encoded }]) =>
    Object.entries(ENDINGS).map(async ([encoding, ending]) => {
      const folder = widgetFolders.find((place) => existsSync(join(place, path)))
      writeFileSync(join(folder, `${path}.${ending}`), await encoded(encoding))
    }),
  )
  await Promise.all(compressions)
  // Last: with it the rest counts.
  writeFileSync(manifest, `${JSON.stringify(await widgetManifest(build), null, 2)}\n`)
}
