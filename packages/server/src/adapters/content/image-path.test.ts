import { expect, it } from 'vitest'
import { imageAddressOf, imagePathOf } from './image-path.js'

it.each([
  ['a.png', 'en/articles/pay/a.png'],
  ['./a%20b.png?x#y', 'en/articles/pay/a b.png'],
  ['../../shared/a.png', 'en/shared/a.png'],
  ['/shared/a.png', 'shared/a.png'],
  ['/content/shared/a.png', 'shared/a.png'],
  ['../../../../a.png', undefined],
  ['/../a.png', undefined],
  ['/content/../../a.png', undefined],
  ['%2e%2e/%2e%2e/%2e%2e/%2e%2e/a.png', undefined],
  ['..%5C..%5Ca.png', undefined],
  ['a%00.png', undefined],
  ['%', undefined],
  ['', undefined],
])('%j means %j', (src, path) => {
  expect(imagePathOf(src, 'en/articles/pay/a.md')).toBe(path)
})

it('encodes every step of a path', () => {
  expect(imageAddressOf('en/å b/c#?.png')).toBe('/content/en/%C3%A5%20b/c%23%3F.png')
})
