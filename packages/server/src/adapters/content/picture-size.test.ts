import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readPictureSize } from '../../foundation/picture-size.js'
import { createPictureSizes } from './picture-sizes.js'

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex')

it.each([
  ['PNG', hex('89504e470d0a1a0a 0000000d 49484452 00000280 000001e0'), 640, 480],
  ['GIF', hex('474946383961 8002 e001 0000'), 640, 480],
  ['JPEG', hex('ffd8 ffe0 0004 0000 ffc2 0011 08 01e0 0280 03'), 640, 480],
  ['WebP', hex('52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001'), 640, 480],
  [
    'lossless WebP',
    hex('52494646 00000000 57454250 5650384c 00000000 2f 7fc27700 0000000000'),
    640,
    480,
  ],
  [
    'extended WebP',
    hex('52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100'),
    640,
    480,
  ],
])('reads the size of a %s', (_, bytes, width, height) => {
  expect(readPictureSize(bytes)).toEqual({ width, height })
})

const exif = (tiff: string) =>
  hex(`ffd8 ffe1 0022 457869660000 ${tiff} 00000000 ffc0 0011 08 01e0 0280 03`)

it.each([
  ['lies on its side', 'little', '49492a00 08000000 0100 1201 0300 01000000 06000000', 480, 640],
  ['lies on its side', 'big', '4d4d002a 00000008 0001 0112 0003 00000001 00080000', 480, 640],
  ['is upside down', 'big', '4d4d002a 00000008 0001 0112 0003 00000001 00030000', 640, 480],
  ['points nowhere', 'big', '4d4d002a ffffffff 0001 0112 0003 00000001 00060000', 640, 480],
])('reads the size of a photograph that %s as it is shown (%s endian)', (_, __, tiff, ...size) => {
  const [width, height] = size
  expect(readPictureSize(exif(tiff))).toEqual({ width, height })
})

it.each([
  ['<?xml version="1.0"?><svg width="720px" height=\'400\' viewBox="0 0 1 1">', 720, 400],
  ['<!-- w --><svg\n  stroke-width="2"\n  viewBox="0 0 30.4,20">', 30, 20],
  ['<svg width="100%" height="100%" viewBox="-5 -5 30 20">', 30, 20],
])('reads the size of an SVG by its numbers or its view box: %s', (text, width, height) => {
  expect(readPictureSize(Buffer.from(text))).toEqual({ width, height })
})

it.each(['', 'words', '<svg>', '<svg viewBox="a b c d">', '<svg width="0" height="0">', '\x89PNG'])(
  'knows no size where none is told: %j',
  (text) => {
    expect(readPictureSize(Buffer.from(text, 'latin1'))).toBeUndefined()
  },
)

it('knows the pictures of its folder alone, and again after they have changed', async () => {
  const home = await mkdtemp(join(tmpdir(), 'waypost-'))
  const folder = join(home, 'content')
  await mkdir(folder)
  const svg = (width: number) => `<svg width="${width}" height="10">`
  await writeFile(join(home, 'out.svg'), svg(1))
  await symlink(join(home, 'out.svg'), join(folder, 'link.svg'))
  await writeFile(join(folder, 'a b.svg'), svg(20))
  const sizeOf = createPictureSizes(folder)
  expect(await sizeOf('/content/a%20b.svg')).toEqual({ width: 20, height: 10 })
  await writeFile(join(folder, 'a b.svg'), svg(3000))
  expect(await sizeOf('/content/a%20b.svg')).toEqual({ width: 3000, height: 10 })
  for (const src of [
    '/content/link.svg',
    '/content/../out.svg',
    '/a%20b.svg',
    '/content/none.svg',
  ]) {
    expect(await sizeOf(src), src).toBeUndefined()
  }
  await rm(home, { recursive: true })
})
