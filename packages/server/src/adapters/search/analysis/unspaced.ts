/** A stretch of a run of letters, with its place in the run. */
export interface RunPart {
  readonly text: string
  readonly start: number
}

const SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const UNSPACED = new RegExp(`[${SCRIPTS}]`, 'u')
/** Quick to rule out nearly every word: no such script stands earlier in Unicode. */
const FROM_THAI_ON = /[\u0e00-\uffff]/
const STRETCH = new RegExp(`[${SCRIPTS}]+|[^${SCRIPTS}]+`, 'gu')

/** Whether a run of letters holds a script that puts no spaces between words. */
export function hasUnspacedScript(run: string): boolean {
  return FROM_THAI_ON.test(run) && UNSPACED.test(run)
}

/**
 * Takes a run apart where scripts meet, as in `Wi-Fiを設定`; what has no spaces becomes overlapping
 * pairs of characters, which serve a search about as well as a dictionary.
 */
export function* unspacedParts(run: string): Generator<RunPart> {
  for (const match of run.matchAll(STRETCH)) {
    if (UNSPACED.test(match[0])) yield* pairs(match[0], match.index)
    else yield { text: match[0], start: match.index }
  }
}

function* pairs(text: string, start: number): Generator<RunPart> {
  const characters = [...text]
  if (characters.length === 1) yield { text, start }
  let at = start
  for (let i = 1; i < characters.length; i++) {
    const first = characters[i - 1] as string
    yield { text: `${first}${characters[i]}`, start: at }
    at += first.length
  }
}
