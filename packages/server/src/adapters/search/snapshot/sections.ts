import { crc32 } from 'node:zlib'
import type { NumberTable } from '../index/number-table.js'
import type { Steps } from '../index/steps.js'
import { PREFIX, type SectionKind, type SnapshotHead } from './snapshot-format.js'

const WORD = 4

const TABLES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const

/** The parts of a file: checksum, head, and each section on a boundary of four bytes. */
export function* packed(
  head: Omit<SnapshotHead, 'sections'>,
  sections: object,
): Steps<readonly Uint8Array[]> {
  const parts: Uint8Array[] = []
  const listed: SnapshotHead['sections'][number][] = []
  for (const [name, section] of Object.entries(sections)) {
    const kind = kindOf(section)
    const bytes =
      kind === 'json' ? Buffer.from(JSON.stringify(section)) : bytesOf(section as NumberTable)
    listed.push([name, kind, bytes.length])
    // Nothing, too, would set the checksum back to where it began.
    parts.push(...[bytes, Buffer.alloc(gapAfter(bytes.length))].filter(({ length }) => length > 0))
    yield
  }
  const headText = JSON.stringify({ ...head, sections: listed })
  const headPart = Buffer.from(headText + ' '.repeat(gapAfter(Buffer.byteLength(headText))))
  const prefix = Buffer.alloc(PREFIX)
  prefix.writeUInt32LE(headPart.length, 4)
  let sum = crc32(prefix.subarray(4))
  for (const part of [headPart, ...parts]) {
    sum = crc32(part, sum)
    yield
  }
  prefix.writeUInt32LE(sum)
  return [prefix, headPart, ...parts]
}

/** Throws, for people, why bytes cannot be used: they are damaged, or made by another version. */
export function unpacked(
  file: Buffer,
  made: string,
): { head: SnapshotHead; sections: Record<string, unknown> } {
  if (file.length < PREFIX || crc32(file.subarray(4)) !== file.readUInt32LE(0)) {
    throw new Error('it is damaged')
  }
  const headEnd = PREFIX + file.readUInt32LE(4)
  const head: SnapshotHead = JSON.parse(file.toString('utf8', PREFIX, headEnd))
  if (head.made !== made) throw new Error('another version has written it')
  // Bytes that came out of a pool may stand anywhere in it.
  const bytes = file.byteOffset % WORD === 0 ? file : new Uint8Array(file)
  let at = headEnd
  const sections: Record<string, unknown> = {}
  for (const [name, kind, length] of head.sections) {
    sections[name] =
      kind === 'json'
        ? JSON.parse(file.toString('utf8', at, at + length))
        : tableAt(bytes, at, kind, length)
    at += length + gapAfter(length)
  }
  return { head, sections }
}

function tableAt(
  { buffer, byteOffset }: Uint8Array,
  at: number,
  kind: Exclude<SectionKind, 'json'>,
  length: number,
): NumberTable {
  const Table = TABLES[kind]
  return new Table(buffer as ArrayBuffer, byteOffset + at, length / Table.BYTES_PER_ELEMENT)
}

function kindOf(section: unknown): SectionKind {
  if (section instanceof Uint8Array) return 'u8'
  if (section instanceof Uint16Array) return 'u16'
  return section instanceof Uint32Array ? 'u32' : 'json'
}

function bytesOf({ buffer, byteOffset, byteLength }: NumberTable): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function gapAfter(length: number): number {
  return -length & (WORD - 1)
}
