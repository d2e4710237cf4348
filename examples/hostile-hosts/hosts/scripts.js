/** @type {import('./host.js').Host[]} */
export const scripts = [
  {
    name: 'base-elsewhere',
    does: 'Says by <code>base</code> that its links are of another address.',
    script: `document.head.append(Object.assign(document.createElement('base'), { href: 'https://elsewhere.invalid/app/' }))`,
  },
  {
    name: 'old-prototypes',
    does: 'Extends what is built in, as libraries of 2008 did: toJSON of lists, names on every object.',
    script: `
      Array.prototype.toJSON = function () { return '[' + this.join() + ']' }
      Array.prototype.last = function () { return this[this.length - 1] }
      Object.prototype.each = function () { return 'each' }
      Object.prototype.extend = function (more) { return Object.assign(this, more) }
      Function.prototype.bind = function (self, ...first) {
        return (...rest) => this.apply(self, first.concat(rest))
      }
      Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this) }
      Element.prototype.matches = Element.prototype.webkitMatchesSelector
    `,
  },
  {
    name: 'own-fetch-and-promise',
    does: 'Replaces fetch by one that watches, and Promise by one of 2015.',
    script: `
      const asked = window.fetch
      class OldPromise {
        constructor(work) { this.inner = new OldPromise.Native(work) }
        then(...what) { return this.inner.then(...what) }
        catch(what) { return this.inner.then(undefined, what) }
        static resolve(value) { return new OldPromise((done) => done(value)) }
        static reject(value) { return new OldPromise((_, fail) => fail(value)) }
        static all(list) { return OldPromise.Native.all(list) }
        static race(list) { return OldPromise.Native.race(list) }
      }
      OldPromise.Native = Promise
      window.Promise = OldPromise
      window.fetch = function (...what) { return new OldPromise((done, fail) => asked(...what).then(done, fail)) }
    `,
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
]
