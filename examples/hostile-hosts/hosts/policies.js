const isolated = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** @type {import('./host.js').Host[]} */
export const policies = [
  {
    name: 'strict-policy',
    does: 'Allows one script by nonce, no style at all, and no string as a script.',
    headers: ({ nonce, waypost }) => ({
      'Content-Security-Policy': [
        "default-src 'none'",
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        `connect-src ${waypost}`,
        `img-src ${waypost}`,
        "style-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types lit-html',
      ].join('; '),
    }),
  },
  {
    name: 'isolated',
    does: 'Is cross-origin isolated: loads nothing that has not agreed to it.',
    headers: () => isolated,
  },
  {
    name: 'no-storage',
    does: 'Refuses localStorage, sessionStorage, indexedDB and cookies, as strict privacy does.',
    script: `
      const refuse = () => { throw new DOMException('Access is denied', 'SecurityError') }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, { get: refuse })
      }
      Object.defineProperty(document, 'cookie', { get: refuse, set: refuse })
      window.BroadcastChannel = class { constructor() { refuse() } }
    `,
  },
  {
    name: 'sandboxed-frame',
    does: 'Shows the widget in a frame without an origin, which may only run scripts.',
    after: '<iframe title="frame" sandbox="allow-scripts" src="plain"></iframe>',
    tag: '',
  },
  {
    name: 'frame',
    does: 'Shows the widget in a frame, as a preview or a customiser does.',
    after: '<iframe title="frame" src="plain" width="600" height="600"></iframe>',
    tag: '',
  },
]
