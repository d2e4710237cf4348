/**
 * Runs on any of the hosts at `?tour`: a tour of the page's own things and a tip, without anything else
 * of ours. What the page is told stands in `told`.
 */
export const tourScript = `(async () => {
const words = (text) => [{ type: 'paragraph', children: [{ type: 'text', text }] }]
const one = { placement: 'auto', page: null, version: 1, when: null, priority: 0 }
const step = (id, title, anchor, advance = null) =>
  ({ ...one, id, title, anchor, advance, body: words('Press it, or read on.'), article: null })
const told = (globalThis.told = [])
const tell = (what) => (id) => void told.push(what + ' ' + (id ?? ''))
const { build } = await (await fetch('WAYPOST/assets/manifest.json')).json()
const { createTour, createTips } = await import('WAYPOST/assets/' + build + '/tour.js')
const common = {
  locale: 'en', messages: {}, looks: {}, zIndex: 2147483000, baseUrl: 'WAYPOST', patience: 1000,
  layer: document.querySelector('[data-layer]')?.dataset.layer ?? 'page', isOn: () => true,
}
createTips({
  ...common, opened: tell('opened'), closed: tell('closed'), act() {},
  tips: [{
    ...one, kind: 'tip', id: 'heading', title: 'Heading', actions: [], body: words('What it is called.'),
    anchor: { role: 'heading' },
  }],
})
createTour({
  ...common,
  tour: {
    ...one, kind: 'tour', id: 'tour', title: 'Tour', auto: false, frequency: {}, minutes: null, next: null,
    steps: [
      step('own', 'The button', { selector: '#own' }, { press: true }),
      step('field', 'The field', { role: 'textbox', text: 'A field' }),
      step('free', 'All of it', null),
    ],
  },
  reached() {}, shown: tell('shown'), passed: tell('passed'), missing: tell('missing'),
  done: tell('done'), left: tell('left'), act() {},
})
})()`
