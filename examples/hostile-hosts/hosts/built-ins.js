/** @type {import('./host.js').Host[]} */
export const builtIns = [
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
    name: 'prototype-js',
    does: 'Has the library that gave lists, functions and elements other methods by the names of today.',
    script: `
      Array.from = (list) => { const all = []; for (let i = 0; i < list.length; i++) all.push(list[i]); return all }
      Array.prototype.reverse = function (inline) { return Array.from(this).sort(() => -1) }
      Array.prototype.flatten = Array.prototype.compact = Array.prototype.without = function () { return this }
      Object.keys = (what) => { const all = []; for (const name in what) all.push(name); return all }
      Object.values = (what) => Object.keys(what).map((name) => what[name])
      String.prototype.startsWith = function (start) { return this.lastIndexOf(start, 0) === 0 }
      String.prototype.strip = String.prototype.blank = function () { return '' + this }
      document.getElementsByClassName = (name) => Array.from(document.querySelectorAll('.' + name))
      Element.prototype.update = function (text) { this.innerHTML = text }
      Element.prototype.show = Element.prototype.hide = Element.prototype.toggle = function () { return this }
      Event.prototype.stop = function () { this.preventDefault() }
      window.$ = window.$$ = window.$A = window.$H = (what) => what
    `,
  },
  {
    name: 'frozen',
    does: 'Freezes all that is built in, so that nobody can change it.',
    script: `
      for (const name of Object.getOwnPropertyNames(globalThis)) {
        const { value } = Object.getOwnPropertyDescriptor(globalThis, name)
        if (typeof value !== 'function' || !/^[A-Z]/.test(name)) continue
        if (value.prototype) Object.freeze(value.prototype)
        Object.freeze(value)
      }
      for (const name of ['Math', 'JSON', 'Reflect', 'Intl']) Object.freeze(globalThis[name])
    `,
  },
  {
    name: 'zones',
    does: 'Wraps everything that calls back, as zone.js does: listeners, timers, promises, observers.',
    script: `
      const wrapped = new WeakMap()
      const wrap = (call) => {
        if (typeof call !== 'function' && typeof call?.handleEvent !== 'function') return call
        if (!wrapped.has(call)) {
          const run = typeof call === 'function' ? call : (event) => call.handleEvent(event)
          wrapped.set(call, function (...what) { window.tasks = (window.tasks ?? 0) + 1; return run.apply(this, what) })
        }
        return wrapped.get(call)
      }
      for (const name of ['addEventListener', 'removeEventListener']) {
        const own = EventTarget.prototype[name]
        EventTarget.prototype[name] = function (type, call, ...rest) { return own.call(this ?? window, type, wrap(call), ...rest) }
      }
      for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask']) {
        const own = window[name]
        window[name] = (call, ...rest) => own.call(window, wrap(call), ...rest)
      }
      const then = Promise.prototype.then
      Promise.prototype.then = function (...what) { return then.apply(this, what.map(wrap)) }
      for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
        const Own = window[name]
        window[name] = function (call, ...rest) { return new Own(wrap(call), ...rest) }
        window[name].prototype = Own.prototype
      }
    `,
  },
  {
    name: 'polyfills',
    does: 'Has polyfills of 2016 for elements and shadow roots, which stand in for those of the browser.',
    script: `
      const { define, get } = customElements
      customElements.define = function (name, element, options) {
        if (!element.prototype.connectedCallback) element.prototype.connectedCallback = function () {}
        return define.call(customElements, name, element, options)
      }
      customElements.get = (name) => get.call(customElements, name)
      const { attachShadow } = Element.prototype
      Element.prototype.attachShadow = function (init) {
        const root = attachShadow.call(this, { mode: init.mode })
        root.__polyfilled = true
        return root
      }
      const { createElement } = Document.prototype
      Document.prototype.createElement = function (name, options) {
        const element = createElement.call(this, name, options)
        element.__upgraded = true
        return element
      }
      for (const name of ['append', 'remove', 'replaceWith', 'prepend']) {
        const own = Element.prototype[name]
        Element.prototype[name] = function (...what) { return own.apply(this, what) }
      }
    `,
  },
]
