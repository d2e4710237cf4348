/** @type {import('./host.js').Host[]} */
export const documents = [
  {
    name: 'quirks',
    does: 'Has no doctype: the browser goes back to how things were in 1998.',
    doctype: '',
  },
  {
    name: 'xhtml',
    does: 'Is XHTML, and read as XML.',
    type: 'application/xhtml+xml',
    doctype: '<!DOCTYPE html>',
    html: 'xmlns="http://www.w3.org/1999/xhtml"',
    tag: '<script async="" src="WAYPOST/waypost.js"></script>',
  },
  {
    name: 'insecure',
    does: 'Is on plain http in an intranet, where browsers hide half of what they can do.',
    domain: 'intranet.test',
  },
  {
    name: 'first-of-all',
    does: 'Loads our script in its head, before it has a body, and waits for it.',
    tag: '<script src="WAYPOST/waypost.js"></script>',
  },
  {
    name: 'written',
    does: 'Writes our script tag by document.write.',
    tag: `<script>document.write('<script src="WAYPOST/waypost.js"><\\/script>')</script>`,
    complains: /A parser-blocking, cross site .* script, .* is invoked via document.write/,
  },
  {
    name: 'tag-manager',
    does: 'Has a tag manager, which brings our script along when everything is there.',
    tag: '',
    script: `
      addEventListener('load', () => {
        const first = document.getElementsByTagName('script')[0]
        const ours = document.createElement('script')
        ours.src = 'WAYPOST/waypost.js'
        ours.dataset.theme = 'light'
        first.parentNode.insertBefore(ours, first)
        ours.remove()
      })
    `,
  },
  {
    name: 'module-tag',
    does: 'Loads our script as a module, as it does with all of its own.',
    tag: '<script type="module" src="WAYPOST/waypost.js"></script>',
  },
  {
    name: 'module',
    does: 'Has no tag of ours: a module of its own makes the widget.',
    tag: `<script type="module">
      import { createWaypost } from '/sdk/index.js'
      window.waypost = createWaypost({ baseUrl: 'WAYPOST' })
    </script>`,
  },
  {
    name: 'made-twice',
    does: 'Makes the widget twice.',
    tag: `<script type="module">
      import { createWaypost } from '/sdk/index.js'
      for (const time of [1, 2]) window.waypost = createWaypost({ baseUrl: 'WAYPOST' })
    </script>`,
    complains: /createWaypost\(\) was called again for the same site/,
  },
  {
    name: 'strict-mode',
    does: 'Makes the widget, takes it away and makes it again, as React does to find what cannot bear it.',
    tag: `<script type="module">
      import { createWaypost } from '/sdk/index.js'
      createWaypost({ baseUrl: 'WAYPOST' }).destroy()
      const second = createWaypost({ baseUrl: 'WAYPOST' })
      await second.open()
      second.destroy()
      window.waypost = createWaypost({ baseUrl: 'WAYPOST' })
    </script>`,
  },
  {
    name: 'base-elsewhere',
    does: 'Says by <code>base</code> that its links are of another address.',
    script: `document.head.append(Object.assign(document.createElement('base'), { href: 'https://elsewhere.invalid/app/' }))`,
  },
  {
    name: 'sandboxed-frame',
    does: 'Shows the widget in a frame without an origin, which may only run scripts.',
    after: '<iframe title="frame" sandbox="allow-scripts" src="plain"></iframe>',
    tag: '',
    looksOwn: true,
  },
  {
    name: 'frame',
    does: 'Shows the widget in a frame, as a preview or a customiser does.',
    after: '<iframe title="frame" src="plain" width="600" height="600"></iframe>',
    tag: '',
  },
  {
    name: 'small-frame',
    does: 'Shows the widget in a frame of 300 by 200 pixels.',
    after: '<iframe title="frame" src="plain" width="300" height="200"></iframe>',
    tag: '',
    looksOwn: true,
  },
]
