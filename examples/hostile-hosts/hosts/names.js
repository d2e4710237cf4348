/** @type {import('./host.js').Host[]} */
export const names = [
  {
    name: 'module-globals',
    does: 'Has AMD and CommonJS on the page, where a script may think it is a module of theirs.',
    script: `
      window.taken = []
      window.define = (...what) => window.taken.push(what)
      window.define.amd = {}
      window.module = { exports: {} }
      window.exports = window.module.exports
      window.require = () => { throw new Error('There is no such module') }
      window.name = 'waypost'
    `,
  },
  {
    name: 'clobbered',
    does: 'Has elements with our names, which the browser shows as globals.',
    after: '<div id="waypost"></div><a id="panel"></a><img name="waypost" alt="">',
  },
  {
    name: 'taken-names',
    does: 'Has elements of its own by the names of ours.',
    script: `
      for (const name of ['panel', 'launcher', 'home-view', 'search-view', 'article-view', 'rich-text']) {
        customElements.define('waypost-' + name, class extends HTMLElement {})
      }
    `,
  },
  {
    name: 'twice',
    does: 'Has our script twice, as when a tag manager brings it along.',
    tag: '<script async src="WAYPOST/waypost.js"></script><script async src="WAYPOST/waypost.js?again"></script>',
    complains: /The script is on this page twice/,
  },
  {
    name: 'ad-blocker',
    does: 'Is read with a list of addresses that one does not want to see: chats, widgets, trackers.',
    apart: true,
  },
  {
    name: 'taken-global',
    does: 'Has something else by our name on its window, which nobody may write over.',
    script: `
      Object.defineProperty(window, 'waypost', { value: Object.freeze({ route: 'Lund to Malmö' }) })
    `,
  },
  {
    name: 'named-field',
    does: 'Has a form by our name, with a field for a query, which the browser shows as <code>waypost.q</code>.',
    tag: '',
    after:
      '<form id="waypost"><input name="q" aria-label="Route"></form><script async src="WAYPOST/waypost.js"></script>',
  },
  {
    name: 'tag-and-module',
    does: 'Has our script tag, and makes the widget in a module, too.',
    tag: `<script src="WAYPOST/waypost.js"></script><script type="module">
      import { createWaypost } from '/sdk/index.js'
      createWaypost({ baseUrl: 'WAYPOST' })
    </script>`,
    complains: /createWaypost\(\) was called for the site of the script tag/,
  },
]
