/**
 * What the browser tests of the embed script need of the runner: the addresses of the server, and
 * forced colours, which the runner's own commands do not know.
 *
 * Below `/assets` stands the controller as it is written, below `/built` what the bundler made of
 * it, with `waypost.js`. Panel and tour are such that write down what they are told.
 */
const places = [
  [/^\/built\/(assets\/\w+\/)?waypost\.js/, '/packages/sdk/dist/script/waypost.js'],
  [/^\/built\/assets\/\w+\/controller\.js/, '/packages/sdk/dist/script/controller.js'],
  [/^\/built\/assets\/\w+\/start\.js/, '/packages/widget/dist/start.js'],
  [/^\/built\/assets\/\w+\/diagnose\.js/, '/packages/sdk/dist/script/diagnose.js'],
  [/^\/built\/assets\/\w+\/live\.js/, '/packages/sdk/dist/script/live.js'],
  [/^\/assets\/\w+\/live\.js/, '/packages/sdk/src/embed/live/show-live.ts'],
  [/^\/assets\/\w+\/diagnose\.js/, '/packages/sdk/src/embed/diagnose/diagnose.ts'],
  [/^\/assets\/\w+\/start\.js/, '/packages/widget/src/entries/start.ts'],
  [/^\/assets\/\w+\/controller\.js/, '/packages/sdk/src/embed/controller/connect.ts'],
  [/^\/assets\/\w+\/tour\.js/, '/packages/sdk/src/testing/stand-in-tour.test.kit.ts'],
  [
    /^(\/built)?\/assets\/\w+\/(panel|inline)\.js/,
    '/packages/sdk/src/testing/stand-in-panel.test.kit.ts',
  ],
]

/** Goes into `middleware`. */
export function embedAddresses(context, next) {
  const [, place] = places.find(([address]) => address.test(context.path)) ?? []
  if (!place) return next()
  // The script is known by the address that it came from, a module by where that leads.
  if (!place.endsWith('/waypost.js')) return context.redirect(place)
  context.url = place
  return next()
}

/** Goes into `plugins`. */
export const forceColors = {
  name: 'force-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'force-colors') return undefined
    const page = await session.browser.getPage(session.id).createCDPSession()
    const features = [{ name: 'forced-colors', value: payload ? 'active' : 'none' }]
    await page.send('Emulation.setEmulatedMedia', { features })
    return true
  },
}
