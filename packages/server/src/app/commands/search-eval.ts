import { CliError } from '../cli-error.js'
import { type GoldenQuestion, readGoldenQuestions } from '../golden-questions.js'
import { openSearcher } from '../open-searcher.js'
import {
  type AnsweredQuestion,
  DEPTH,
  positionOf,
  type SearchScore,
  scoreSearch,
} from '../score-search.js'
import type { Command } from './command.js'

export const searchEval: Command = {
  usage: 'search-eval <golden.yaml> [--min <share>] [--json]',
  summary: 'score search by questions of yours, and say what came instead',
  options: { min: { type: 'string' }, json: { type: 'boolean' } },
  async run({ words: [file], flags, config, env, out, err }) {
    if (!file) throw new CliError(`Say: waypost ${this.usage}`)
    const least = leastOf(flags.min)
    const questions = await readGoldenQuestions(file)
    const searcher = await openSearcher(await config(), env)
    const answered: AnsweredQuestion[] = []
    try {
      for (const question of questions) {
        const { query: q, locale } = question
        answered.push({ ...question, ...(await searcher.search({ q, locale, limit: DEPTH })) })
      }
    } finally {
      await searcher.close()
    }
    const { locales, all } = scoreSearch(answered)
    const misses = answered.filter((one) => positionOf(one) > 3)
    const scores = [...locales, ['all', all] as const]
    if (flags.json) {
      const rows = Object.fromEntries(scores)
      out.write(`${JSON.stringify({ scores: rows, misses: misses.map(asMiss) }, null, 2)}\n`)
    } else {
      out.write(`${drawTable(scores)}\n`)
      for (const miss of misses) out.write(`${file}:${miss.line}  ${drawMiss(miss)}\n`)
    }
    const low = [...locales].filter(([, { success3 }]) => success3 < least)
    for (const [locale, { success3 }] of low) {
      err.write(`[waypost] ${locale}: success@3 is ${figure(success3)}, under ${least}\n`)
    }
    return low.length > 0 ? 1 : 0
  },
}

/** The share that each language must reach; none unless said. */
function leastOf(said: unknown): number {
  if (said === undefined) return 0
  const least = Number(said)
  if (said !== '' && least >= 0 && least <= 1) return least
  throw new CliError(`--min "${said}" is no share from 0 to 1.`)
}

function drawTable(scores: readonly (readonly [string, SearchScore])[]): string {
  const head = ['', 'questions', 'success@1', 'success@3', 'MRR', 'nDCG@10']
  const rows = scores.map(([name, { questions, success1, success3, mrr, ndcg10 }]) => [
    ...[name, String(questions)],
    ...[success1, success3, mrr, ndcg10].map(figure),
  ])
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => pad(cell, widths[at] ?? 0, at))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

const pad = (cell: string, width: number, at: number) =>
  at === 0 ? cell.padEnd(width) : cell.padStart(width)

const figure = (share: number) => share.toFixed(3)

function drawMiss(miss: AnsweredQuestion): string {
  const { query, locale, expect, position, instead } = asMiss(miss)
  const place = position === null ? 'not found' : `at ${position}`
  const others = instead.length > 0 ? `before it ${instead.join(', ')}` : 'nothing else either'
  return `${locale} "${query}": ${expect.join(' or ')} ${place}; ${others}`
}

function asMiss(miss: AnsweredQuestion): GoldenQuestion & {
  position: number | null
  instead: readonly string[]
} {
  const { query, locale, expect, line, found } = miss
  const position = positionOf(miss)
  return {
    ...{ query, locale, expect, line },
    position: Number.isFinite(position) ? position : null,
    instead: found.slice(0, 3),
  }
}
