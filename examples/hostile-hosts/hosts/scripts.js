/** @type {import('./host.js').Host[]} */
export const scripts = [
  {
    name: 'base-elsewhere',
    does: 'Says by <code>base</code> that its links are of another address.',
    script: `document.head.append(Object.assign(document.createElement('base'), { href: 'https://elsewhere.invalid/app/' }))`,
  },
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
    name: 'twice',
    does: 'Has our script twice, as when a tag manager brings it along.',
    tag: '<script async src="WAYPOST/waypost.js"></script><script async src="WAYPOST/waypost.js?again"></script>',
    complains: /The script is on this page twice/,
  },
]
