import { describe, expect, it } from 'vitest'
import { attribute, html, jsonLd } from './html.js'

describe('html', () => {
  it('escapes values in text and in quoted attributes', () => {
    const evil = `<b onclick='x'>"&`
    expect(String(html`<p title="${evil}">${evil}</p>`)).toBe(
      '<p title="&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;">&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;</p>',
    )
  })

  it('lets through what another template made, and joins lists', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`)
    expect(String(html`<ul>${items}</ul>`)).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>')
  })

  it('leaves nothing for null, undefined and false, but keeps 0 and the empty text', () => {
    expect(String(html`[${null}${undefined}${false}${0}${''}]`)).toBe('[0]')
  })

  it('takes no stored object for HTML, whatever it looks like', () => {
    const forged = JSON.parse('{"toString":null,"html":"<b>"}') as never
    expect(() => String(html`${forged}`)).toThrow()
    const copied = { ...html`<b>` } as never
    expect(String(html`${copied}`)).toBe('&lt;b&gt;')
  })

  it('refuses an attribute without quotes', () => {
    expect(() => html`<a href=${'x onclick=alert(1)'}>`).toThrow(TypeError)
  })

  it('writes an attribute only where there is a value', () => {
    expect(String(html`<a${attribute('title', 'a "b"')}${attribute('rel', false)}>`)).toBe(
      '<a title="a &quot;b&quot;">',
    )
    expect(() => attribute('x onclick', 'y')).toThrow(TypeError)
  })

  it('lets no text in JSON-LD end its script or begin a comment', () => {
    const evil = '</script><!-- \u2028 & "quoted"'
    const written = String(jsonLd({ name: evil }))
    expect(written).toBe(
      '<script type="application/ld+json">{"name":"\\u003c/script\\u003e\\u003c!-- \\u2028 \\u0026 \\"quoted\\""}</script>',
    )
    const [, inside = ''] = />(.*)<\/script>$/.exec(written) ?? []
    expect(JSON.parse(inside)).toEqual({ name: evil })
  })
})
