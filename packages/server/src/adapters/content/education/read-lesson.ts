import type { RichText, Video } from '@waypost/sdk/contract'
import type { AnsweredQuiz } from '../../../domain/education/quiz.js'
import { plainTextOf } from '../../../foundation/plain-text.js'
import type { Desk } from './desk.js'
import { parseAuthored } from './parse-authored.js'
import { readQuiz } from './read-quiz.js'
import { readVideo } from './read-video.js'
import { AuthoredLesson } from './schemas/lesson-schema.js'
import type { Path } from './yaml-value.js'

export interface ReadLesson {
  readonly authored: AuthoredLesson
  readonly minutes: number
  readonly markdown: string
  readonly body: RichText
  readonly video: Video | null
  readonly quiz: AnsweredQuiz | null
}

/** Where the Markdown of a lesson stands beside its front matter. */
export const BODY: Path = ['body']

const WORDS_A_MINUTE = 200

/** A lesson from its front matter and its Markdown; `undefined` where the former is wrong. */
export function readLesson(
  frontMatter: unknown,
  markdown: string,
  desk: Desk,
): ReadLesson | undefined {
  const authored = parseAuthored(AuthoredLesson, frontMatter, desk)
  const body = desk.markdown(markdown, BODY)
  if (!authored) return undefined
  const video = readVideo(authored.video, desk)
  const quiz = authored.quiz ? readQuiz(authored.quiz, desk, body) : null
  const minutes = authored.minutes ?? minutesOf(body, video, quiz)
  return { authored, minutes, markdown, body, video, quiz }
}

/** Reading, watching, and half a minute for each question; never nothing. */
function minutesOf(body: RichText, video: Video | null, quiz: AnsweredQuiz | null): number {
  const words = plainTextOf(body).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const minutes =
    words / WORDS_A_MINUTE + (video?.seconds ?? 0) / 60 + (quiz?.questions.length ?? 0) / 2
  return Math.max(1, Math.round(minutes))
}
