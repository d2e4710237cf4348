const far = 'main { height: 3000px }'

/** @param {string} rule makes the body what fixed things stand in: we ask for the top layer */
const boxed = (rule) => ({
  tag: '<script async src="WAYPOST/waypost.js" data-layer="top"></script>',
  style: `body { ${rule} } ${far}`,
  body: 'onload="scrollTo(0, 900)"',
})

/** @type {import('./host.js').Host[]} */
export const boxes = [
  {
    name: 'transformed-unawares',
    does: 'Moves its body by a transform, and does not ask for the top layer.',
    style: `body { transform: translateZ(0) } ${far}`,
    body: 'onload="scrollTo(0, 900)"',
  },
  {
    name: 'transformed',
    does: 'Moves its body by a transform, so that the body is what fixed things stand in.',
    ...boxed('transform: translateZ(0)'),
  },
  {
    name: 'filtered',
    does: 'Paints its body through a filter, as a theme or a reader of colours does.',
    ...boxed('filter: contrast(1.1)'),
  },
  {
    name: 'in-perspective',
    does: 'Gives its body a perspective, for a card that turns.',
    ...boxed('perspective: 900px'),
  },
  {
    name: 'contained',
    does: 'Contains what its body paints.',
    ...boxed('contain: paint'),
  },
  {
    name: 'will-change',
    does: 'Says that its body will move, for an animation between pages.',
    ...boxed('will-change: transform'),
  },
  {
    name: 'inverted',
    does: 'Turns all its colours round, as a dark mode of an afternoon does.',
    style: `html { filter: invert(1) hue-rotate(180deg) } ${far}`,
  },
  {
    name: 'zoomed',
    does: 'Zooms its body by half.',
    style: 'body { zoom: 1.5 }',
    edge: 30,
    looksOwn: true,
  },
  {
    name: 'zoomed-root',
    does: 'Zooms all of itself by a quarter.',
    style: 'html { zoom: 1.25 }',
    edge: 25,
    looksOwn: true,
  },
  {
    name: 'scrolling-body',
    does: 'Scrolls its body instead of the page, fixed to the window.',
    style: `html { overflow: hidden } body { position: fixed; inset: 0; overflow: auto } ${far}`,
  },
  {
    name: 'grid',
    does: 'Is a grid, with room for two and a gap between.',
    style: `body { display: grid; gap: 40px; grid: auto-flow / 1fr; min-height: 100vh }
      body > * { outline: 1px solid #bbb; position: relative; width: 50% }`,
  },
  {
    name: 'snapping',
    does: 'Scrolls smoothly, and by whole screens.',
    style: `html { scroll-behavior: smooth; scroll-snap-type: y mandatory; overflow-y: scroll }
      header, main { scroll-snap-align: start; min-height: 100vh }`,
  },
]
