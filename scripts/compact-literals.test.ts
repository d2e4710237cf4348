import { expect, it } from 'vitest'
import { compactLiterals } from '../packages/widget/compact-literals.js'

const compact = (source: string) => compactLiterals('view.ts', source)

it('takes out of templates indentation and what closes by itself at their end, and leaves one space where words may stand apart', () => {
  const source = [
    'const page = html`<p',
    '    class="one  two"',
    '    ?hidden=${a  >  b}',
    '  >',
    '    <b>${one}</b>',
    '    <b>two</b>',
    '  </p>`',
  ].join('\n')
  expect(compact(source).replaceAll('\n', '')).toBe(
    'const page = html`<p class="one  two" ?hidden=${a  >  b}><b>${one}</b> <b>two`',
  )
})

it('leaves no space at the edge of a block, and one beside words and what stands among them', () => {
  const source =
    'html`<div> <h2 title="a > b">${one}</h2> ${two} <p>three</p> </div> <pre> x</pre>`'
  expect(compact(source)).toBe(
    'html`<div><h2 title="a > b">${one}</h2>${two}<p>three</p></div><pre> x`',
  )
  const words = 'html`<strong>${one}</strong> ${two} <a>three</a> <picture> </picture>`'
  expect(compact(words)).toBe(words.replace('</picture>', ''))
})

it('sees a template in the value of another, and what stands in no template as it is', () => {
  const source = "const a = `x   y` + html`<i>  ${b ? html`<b>  ${'c   d'}</b>` : ''}  </i>`"
  expect(compact(source)).toBe("const a = `x   y` + html`<i> ${b ? html`<b> ${'c   d'}` : ''} `")
})

it('takes comments and spaces out of styles, and none that means something', () => {
  const source = 'css`\n  /* Why. */\n  .a > .b, .a :hover { inset: calc(1px + 0.5em) 0; }\n`'
  expect(compact(source).trimEnd()).toBe('css`.a>.b,.a :hover{inset:calc(1px + .5em) 0}`')
})

it('leaves every line its number', () => {
  const source = 'const a = html`<p>\n  a\n</p>`\nconst b = 2\nconst c = css`\n.x {\n}`\nlast'
  const lines = compact(source).split('\n')
  expect(lines.indexOf('const b = 2')).toBe(3)
  expect(lines.indexOf('last')).toBe(7)
})
