/**
 * The customers of a CSV file whose first row names the columns. Commas or semicolons separate
 * them, quotes hold what contains either.
 *
 * @param {string} text
 */
export function customersIn(text) {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(Boolean)
  const [head = '', ...body] = rows
  const separator = head.includes(';') ? ';' : ','
  const columns = cellsOf(head, separator).map((name) => name.toLowerCase())
  return body.flatMap((row) => {
    const cells = cellsOf(row, separator)
    const at = (/** @type {string} */ name) => cells[columns.indexOf(name)]?.trim() ?? ''
    const name = at('name')
    if (!name) return []
    const place = [at('postcode'), at('city')].filter(Boolean).join(' ')
    return [
      {
        ...{ name, contact: name, email: at('email'), country: at('country') },
        address: [at('address'), place].filter(Boolean),
        terms: Number(at('terms')) || 0,
      },
    ]
  })
}

/**
 * @param {string} row
 * @param {string} separator
 */
function cellsOf(row, separator) {
  const cells = ['']
  let quoted = false
  for (const letter of row) {
    if (letter === '"') quoted = !quoted
    else if (letter === separator && !quoted) cells.push('')
    else cells[cells.length - 1] += letter
  }
  return cells
}
