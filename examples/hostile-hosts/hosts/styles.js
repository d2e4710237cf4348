/** @type {import('./host.js').Host[]} */
export const styles = [
  { name: 'plain', does: 'Does nothing to us: what the others are compared with.' },
  {
    name: 'all-unset',
    does: 'Unsets every property of every element, and means it.',
    style: '* { all: unset !important } head, head * { display: none !important }',
  },
  {
    name: 'ten-pixels',
    does: 'Makes a rem ten pixels.',
    style: 'html { font-size: 62.5% }',
  },
  {
    name: 'right-to-left',
    does: 'Is written from right to left.',
    html: 'dir="rtl"',
  },
  {
    name: 'zoomed',
    does: 'Zooms its body by half.',
    style: 'body { zoom: 1.5 }',
  },
  {
    name: 'scrolling-body',
    does: 'Scrolls its body instead of the page, fixed to the window.',
    style:
      'html { overflow: hidden } body { position: fixed; inset: 0; overflow: auto } main { height: 3000px }',
  },
  {
    name: 'quirks',
    does: 'Has no doctype: the browser goes back to how things were in 1998.',
    doctype: '',
  },
  {
    name: 'more-contrast',
    does: 'Is read with more contrast, in the colours of the system.',
  },
]
