const LONGEST = 150
const NAMELESS = 'file'

/**
 * A file's name as people may see it and systems may keep it: of a path the last part, no control,
 * bidi or invisible characters, none that a system takes for a path, and no spaces or dots around.
 */
export function safeName(said: string): string {
  const [last = ''] = said.split(/[\\/]/).slice(-1)
  const name = last
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufffd]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return shortened(name) || NAMELESS
}

/** What people tell files apart by at the end stays: its ending. */
function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= LONGEST) return name
  const [ending = ''] = /\.[^.]{1,10}$/.exec(name) ?? []
  return letters.slice(0, LONGEST - ending.length).join('') + ending
}
