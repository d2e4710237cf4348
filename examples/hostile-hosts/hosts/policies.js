const isolated = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** @param {{ nonce: string, waypost: string }} at */
const strict = ({ nonce, waypost }) => [
  "default-src 'none'",
  `script-src 'nonce-${nonce}' 'strict-dynamic'`,
  `connect-src ${waypost}`,
  `img-src ${waypost}`,
  "style-src 'none'",
  "require-trusted-types-for 'script'",
  'report-uri /reports',
]
/** What nobody of ours needs either. */
const stricter = ["base-uri 'none'", "form-action 'none'", 'trusted-types lit-html']

/** @type {import('./host.js').Host[]} */
export const policies = [
  {
    name: 'strict-policy',
    does: 'Allows one script by nonce, no style at all, and no string as a script.',
    headers: (at) => ({ 'Content-Security-Policy': strict(at).join('; ') }),
  },
  {
    name: 'strictest-policy',
    does: 'Names the one policy of Trusted Types that it knows, is isolated, tells nobody where it is and gives no permission.',
    headers: (at) => ({
      ...isolated,
      'Content-Security-Policy': [...strict(at), ...stricter].join('; '),
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy':
        'clipboard-write=(), fullscreen=(), geolocation=(), publickey-credentials-get=()',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    }),
  },
  {
    name: 'strictest-module',
    does: 'Names the same one policy, and makes the widget by a module of its own.',
    headers: (at) => ({
      'Content-Security-Policy': [...strict(at), ...stricter].join('; '),
    }),
    tag: `<script type="module">
      import { createWaypost } from '/sdk/index.js'
      window.waypost = createWaypost({ baseUrl: 'WAYPOST' })
    </script>`,
  },
  {
    name: 'isolated',
    does: 'Is cross-origin isolated: loads nothing that has not agreed to it.',
    headers: () => isolated,
  },
  {
    name: 'credentialless',
    does: 'Is cross-origin isolated, and loads from elsewhere only without cookies.',
    headers: () => ({ ...isolated, 'Cross-Origin-Embedder-Policy': 'credentialless' }),
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
    name: 'full-storage',
    does: 'Has filled all the storage that a browser gives, for this page and for the tab.',
    script: `
      for (const storage of [localStorage, sessionStorage]) {
        for (let size = 2 ** 23; size >= 1; size = size >> 1) {
          try { storage.setItem('host ' + size, 'x'.repeat(size)) } catch {}
        }
      }
    `,
    domain: 'full.localhost',
  },
]
