import { expect } from '@open-wc/testing'
import { adoptStyles } from 'lit'
import { theme } from './theme.js'

/** Friendly accents and awkward ones. */
const accents = {
  teal: '#0b7a75',
  blue: '#2563eb',
  navy: '#0a1f44',
  black: '#111111',
  grey: '#7a7a7a',
  white: '#ffffff',
  yellow: '#ffd400',
  lime: '#a3e635',
  orange: '#f97316',
  coral: '#ff5a5f',
  red: '#dc2626',
  pink: '#ec4899',
  lavender: '#c9b8ff',
  purple: '#6d28d9',
  cyan: '#22d3ee',
  'pure blue': '#0000ff',
  'pure green': '#00ff00',
  'pure red': '#ff0000',
  magenta: '#ff00ff',
  brown: '#6b3f1d',
}

type Pair = readonly [front: string, back: string, least: number]

const grounds = ['ground', 'surface', 'sunken', 'hover', 'accent-soft']
const pairs: readonly Pair[] = [
  ...grounds.flatMap((back): Pair[] => [
    ['ink', back, 12],
    ['ink-2', back, 6],
    ['ink-3', back, 4.5],
    ['accent-text', back, 4.5],
  ]),
  ['ink', 'accent-soft-2', 10],
  ['ink-2', 'accent-soft-2', 4.5],
  ['accent-text', 'accent-soft-2', 4.5],
  ['ink-2', 'press', 4.5],
  ['on-accent', 'accent-fill', 4.5],
  ['on-accent', 'accent-fill-hover', 4.5],
  ['on-accent', 'accent-fill-press', 4.5],
  ['accent-edge', 'surface', 3],
  ['accent-edge', 'ground', 3],
  ['line-strong', 'surface', 3],
  ['line-strong', 'ground', 3],
  ['line-strong', 'sunken', 3],
  ['focus', 'surface', 3],
  ['focus', 'ground', 3],
  ['focus', 'accent-soft', 3],
  ...['good', 'warn', 'bad'].flatMap((tone): Pair[] => [
    [tone, 'surface', 4.5],
    [tone, 'ground', 4.5],
    [tone, `${tone}-soft`, 4.5],
    ['ink', `${tone}-soft`, 10],
    ['ink-2', `${tone}-soft`, 6],
  ]),
  ['ink', 'mark', 7],
  ['ink-off', 'surface', 2.5],
]

describe('one accent', () => {
  const host = document.createElement('div')
  const probe = document.createElement('span')
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, theme)
  root.append(probe)
  beforeEach(() => document.body.append(host))
  afterEach(() => host.remove())

  /** What the browser paints, as WCAG 2.2 measures it. */
  function luminance(token: string): number {
    if (!canvas) throw new Error('There is no canvas to paint on')
    probe.style.color = `var(--wp-${token})`
    canvas.fillStyle = getComputedStyle(probe).color
    canvas.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }

  function contrast(front: string, back: string): number {
    const [light = 0, dark = 0] = [luminance(front), luminance(back)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }

  for (const scheme of ['light', 'dark']) {
    it(`is enough: every pair can be read in ${scheme}, whatever the brand`, () => {
      host.style.colorScheme = scheme
      const poor: string[] = []
      for (const [name, accent] of Object.entries(accents)) {
        host.style.setProperty('--wp-accent', accent)
        for (const [front, back, least] of pairs) {
          const found = contrast(front, back)
          if (found < least)
            poor.push(`${name}: ${front} on ${back} ${found.toFixed(2)} < ${least}`)
        }
      }
      expect(poor).to.deep.equal([])
    })
  }

  it('keeps a pale brand as it is, and turns a very dark one light in the dark', () => {
    const fill = (scheme: string, accent: string) => {
      host.style.colorScheme = scheme
      host.style.setProperty('--wp-accent', accent)
      return luminance('accent-fill')
    }
    for (const scheme of ['light', 'dark']) {
      expect(fill(scheme, '#ffd400'), scheme).to.be.closeTo(0.69, 0.01)
    }
    expect(fill('light', '#0a1f44')).to.be.below(0.05)
    expect(fill('dark', '#0a1f44')).to.be.above(0.5)
  })
})
