import { ContentId, Locale } from '@waypost/sdk/contract'
import * as v from 'valibot'
import { Keywords } from './course-schema.js'
import { Minutes } from './parts.js'
import { AuthoredQuiz } from './quiz-schema.js'
import { Text } from './words.js'

/** A file beside the lesson, one from the top of the folder, or an address on the web. */
const Place = v.pipe(v.string(), v.minLength(1), v.maxLength(2_048))
const Seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(100_000))

const Video = v.strictObject({
  url: Place,
  poster: v.optional(Place),
  seconds: v.optional(Seconds),
  captions: v.optional(
    v.pipe(
      v.array(v.strictObject({ locale: Locale, label: v.optional(Text), url: Place })),
      v.maxLength(50),
    ),
    [],
  ),
  chapters: v.optional(
    v.pipe(v.array(v.strictObject({ seconds: Seconds, title: Text })), v.maxLength(100)),
    [],
  ),
  transcript: v.optional(Text),
})

/** The front matter of `<locale>/courses/<course>/<NN->lesson.md`. */
export const AuthoredLesson = v.strictObject({
  /** The file's name without its number unless said; the same in every language. */
  id: v.optional(ContentId),
  title: Text,
  /** Counted from the words unless said. */
  minutes: v.optional(Minutes),
  keywords: Keywords,
  video: v.optional(v.union([Place, Video])),
  quiz: v.optional(AuthoredQuiz),
})
export type AuthoredLesson = v.InferOutput<typeof AuthoredLesson>
