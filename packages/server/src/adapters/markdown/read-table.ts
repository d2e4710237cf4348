import type { Align, Block, TableRow } from '@waypost/sdk/contract'
import { readInlinesOf } from './read-inlines.js'
import type { Reading } from './reading.js'
import { attribute, type TokenNode } from './token-tree.js'

/** Left is where a line starts: a table keeps its sense when the page runs from right to left. */
const ALIGNS: Readonly<Record<string, Align>> = {
  'text-align:left': 'start',
  'text-align:center': 'center',
  'text-align:right': 'end',
}

export function readTable(reading: Reading, table: TokenNode, depth: number): Block {
  const [headRow, ...rows] = table.children.flatMap((section) => section.children)
  const align = (headRow?.children ?? []).map(
    ({ token }) => ALIGNS[attribute(token, 'style')] ?? 'none',
  )
  const readRow = (row: TokenNode): TableRow =>
    row.children.map((cell) => {
      reading.budget.addCell()
      return readInlinesOf(reading, cell, depth, row)
    })
  return { type: 'table', align, head: headRow ? readRow(headRow) : [], rows: rows.map(readRow) }
}
