/** One page of any engine, as somebody uses it: by roles and names, and by keys. */
import { eventually } from './eventually.mjs'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const KEYS = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Control: '\uE009' }
/** Everything that may have a role, through every open shadow root. */
const SEEN = `
  const found = []
  const may = 'a,button,input,textarea,select,summary,dialog,h1,h2,h3,li,[role]'
  ;(function walk(root) {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(may) && element.checkVisibility()) found.push(element)
      if (element.shadowRoot) walk(element.shadowRoot)
    }
  })(document)
  return found`
/** All that can be read on the page, slots and shadow roots included. */
const READ = `
  const texts = []
  ;(function walk(node) {
    if (node.nodeType === 3) texts.push(node.data)
    if (node.nodeType === 1 && getComputedStyle(node).display === 'none') return
    for (const child of node.shadowRoot?.childNodes ?? []) walk(child)
    for (const child of node.childNodes) walk(child)
  })(document.documentElement)
  return texts.join(' ').replace(/\\s+/g, ' ')`

export function pageOn({ send, close }) {
  const run = (script, ...args) => send('POST', '/execute/sync', 'ExecuteScript', { script, args })
  const ask = (method, tail, name) => (element, body) => {
    const id = element[ELEMENT]
    return send(method, `/element/${id}/${tail}`, name, { id, ...body })
  }
  const role = ask('GET', 'computedrole', 'GetComputedRole')
  const label = ask('GET', 'computedlabel', 'GetComputedLabel')
  const click = ask('POST', 'click', 'ElementClick')

  const page = {
    close,
    run,
    goto: (url) => send('POST', '/url', 'Navigate', { url }),

    /** The element of a role whose name begins so, as the engine's own accessibility tree tells. */
    byRole: (wanted, name) =>
      eventually(async () => {
        for (const element of await run(SEEN)) {
          if ((await role(element)) !== wanted) continue
          if ((await label(element)).startsWith(name)) return element
        }
        throw new Error(`There is no ${wanted} "${name}".`)
      }),
    async click(wanted, name) {
      await eventually(async () => click(await page.byRole(wanted, name)))
    },
    async type(wanted, name, text) {
      const into = ask('POST', 'value', 'ElementSendKeys')
      await into(await page.byRole(wanted, name), { text })
    },
    /** Keys one after another: `Tab`, `Control+Enter`. */
    press(...keys) {
      const actions = keys.flatMap((key) => {
        const held = key.split('+').map((each) => KEYS[each] ?? each)
        const down = held.map((value) => ({ type: 'keyDown', value }))
        return [...down, ...held.reverse().map((value) => ({ type: 'keyUp', value }))]
      })
      const body = { actions: [{ type: 'key', id: 'keys', actions }] }
      return send('POST', '/actions', 'PerformActions', body)
    },
    /** Waits until the page says this. */
    reads: (text) =>
      eventually(async () => {
        if (!(await run(READ)).includes(text)) throw new Error(`The page does not say "${text}".`)
      }),
    /** What has the focus, by role and name. */
    async focused() {
      const element = await run(
        'let at=document.activeElement;while(at.shadowRoot?.activeElement)at=at.shadowRoot.activeElement;return at',
      )
      return `${await role(element)} ${await label(element)}`
    },
    screenshot: async () =>
      Buffer.from(await send('GET', '/screenshot', 'TakeScreenshot', { full: false }), 'base64'),
  }
  return page
}
