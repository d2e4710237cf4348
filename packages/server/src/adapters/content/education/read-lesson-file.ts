import type { RichText, Video } from '@waypost/sdk/contract'
import type { AnsweredQuiz } from '../../../domain/education/quiz.js'
import type { RichTextReader } from '../../../domain/rich-text.js'
import { plainTextOf } from '../../../foundation/plain-text.js'
import { splitFrontMatter } from '../front-matter.js'
import { createDesk, hasErrors, type ReadFile } from './desk.js'
import type { EducationFile } from './education-files.js'
import { parseAuthored } from './parse-authored.js'
import { readQuiz } from './read-quiz.js'
import { readVideo } from './read-video.js'
import { AuthoredLesson } from './schemas/lesson-schema.js'
import { readYamlValue, type YamlValue } from './yaml-value.js'

export interface LessonFile extends ReadFile {
  /** Absent where an error stands. */
  readonly lesson?: {
    /** What stands behind its course's id and a slash. */
    readonly name: string
    readonly authored: AuthoredLesson
    readonly yaml: YamlValue
    readonly minutes: number
    readonly markdown: string
    readonly body: RichText
    readonly video: Video | null
    readonly quiz: AnsweredQuiz | null
  }
}

const WORDS_A_MINUTE = 200

/** Reads `<locale>/courses/<course>/<NN->lesson.md`. */
export async function readLessonFile(
  file: EducationFile,
  reader: RichTextReader,
): Promise<LessonFile> {
  const desk = createDesk(file, reader)
  const { problems } = desk
  const text = await desk.text()
  const parts = text === undefined ? undefined : splitFrontMatter(text, problems)
  if (parts === undefined) return desk.found()
  const yaml = readYamlValue(parts.yaml, parts.yamlLine, problems)
  const authored = yaml && parseAuthored(AuthoredLesson, yaml, problems)
  const body = desk.markdown(parts.markdown, parts.markdownLine)
  if (!yaml || !authored) return desk.found()
  const video = readVideo(authored.video, { file, yaml, desk })
  const quiz = authored.quiz ? readQuiz(authored.quiz, { yaml, desk, body }) : null
  if (hasErrors(desk.found())) return desk.found()
  return {
    ...desk.found(),
    lesson: {
      name: authored.id ?? file.name,
      ...{ authored, yaml, markdown: parts.markdown, body, video, quiz },
      minutes: authored.minutes ?? minutesOf(body, video, quiz),
    },
  }
}

/** Reading, watching, and half a minute for each question; never nothing. */
function minutesOf(body: RichText, video: Video | null, quiz: AnsweredQuiz | null): number {
  const words = plainTextOf(body).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const minutes =
    words / WORDS_A_MINUTE + (video?.seconds ?? 0) / 60 + (quiz?.questions.length ?? 0) / 2
  return Math.max(1, Math.round(minutes))
}
