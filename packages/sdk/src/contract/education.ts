import * as v from 'valibot'
import { ContentId } from './fields.js'
import type { Operation } from './operation.js'
import { AttemptBodySchema, AttemptSchema, QuizSchema } from './quiz.js'
import { RichTextSchema } from './rich-text.js'
import { siteQuery } from './settings.js'
import { contentKinds, FrequencySchema, RuleSchema } from './targeting.js'

/*
 * Customer education as a reader gets it: in one language, with what is not for them left out, and
 * of each rule what the server could not answer. What authors write is in the content folder.
 */

/** What a button in a content does: goes to an address of the host, or opens something of ours. */
export const ContentActionSchema = v.object({
  label: v.string(),
  /** An address of the host's page, absolute or from its root. */
  url: v.optional(v.string()),
  /** What it starts or opens. */
  start: v.optional(v.object({ kind: v.picklist(contentKinds), id: v.string() })),
  article: v.optional(v.string()),
  /** Opens the form. */
  form: v.optional(v.literal(true)),
  /** Said to the host as `content:action`, which may do anything. */
  call: v.optional(v.string()),
})
export type ContentAction = v.InferOutput<typeof ContentActionSchema>

/**
 * What a step or a tip points at; of several ways each narrows. Selectors and the rest are looked for
 * through open shadow roots; `a >>> b` says a border itself.
 */
export const AnchorSchema = v.object({
  selector: v.optional(v.string()),
  /** `data-testid`. */
  testId: v.optional(v.string()),
  /** As screen readers call it: `button`, `link`, `textbox` … */
  role: v.optional(v.string()),
  /** What it is called or says, in the language of the page. */
  text: v.optional(v.string()),
})
export type Anchor = v.InferOutput<typeof AnchorSchema>

export const placements = ['auto', 'top', 'bottom', 'start', 'end'] as const
export type Placement = (typeof placements)[number]

const shown = {
  id: v.string(),
  /** Raised where what was done before does not count any more. */
  version: v.number(),
  title: v.string(),
  /** Who of those that may see it sees it now; `null` for all of them. */
  when: v.nullable(RuleSchema),
  /** The larger one comes first. */
  priority: v.number(),
}

export const TourStepSchema = v.object({
  id: v.string(),
  title: v.string(),
  body: RichTextSchema,
  /** Without one the step stands free, in the middle. */
  anchor: v.nullable(AnchorSchema),
  placement: v.picklist(placements),
  /** Path of the host where the step is; `*` for anything. `null` for wherever one is. */
  page: v.nullable(v.string()),
  /** What moves on besides *Next*: the target is pressed, or the host tracks this. */
  advance: v.nullable(
    v.object({ press: v.optional(v.literal(true)), event: v.optional(v.string()) }),
  ),
  /** What is opened where the target is not to be found; otherwise the step is passed. */
  article: v.nullable(v.string()),
})
export type TourStep = v.InferOutput<typeof TourStepSchema>

export const TourSchema = v.object({
  ...shown,
  kind: v.literal('tour'),
  /** Begins by itself where its rule holds; `false` where somebody has to ask for it. */
  auto: v.boolean(),
  frequency: FrequencySchema,
  minutes: v.nullable(v.number()),
  steps: v.array(TourStepSchema),
  /** What stands on the last step besides *Done*. */
  next: v.nullable(ContentActionSchema),
})
export type Tour = v.InferOutput<typeof TourSchema>

/** A mark on the host's page that somebody opens. */
export const TipSchema = v.object({
  ...shown,
  kind: v.literal('tip'),
  anchor: AnchorSchema,
  placement: v.picklist(placements),
  page: v.nullable(v.string()),
  body: RichTextSchema,
  actions: v.array(ContentActionSchema),
})
export type Tip = v.InferOutput<typeof TipSchema>

/** What does a task, besides the host's call and, where it says so, the person's own hand. */
export const TaskDoneBySchema = v.object({
  event: v.optional(v.string()),
  /** A path of the host that was seen. */
  page: v.optional(v.string()),
  /** A content that was completed. */
  content: v.optional(v.string()),
  hand: v.optional(v.literal(true)),
})

export const TaskSchema = v.object({
  id: v.string(),
  title: v.string(),
  body: v.nullable(RichTextSchema),
  minutes: v.nullable(v.number()),
  doneBy: TaskDoneBySchema,
  action: v.nullable(ContentActionSchema),
  /** *Show me*. */
  tour: v.nullable(v.string()),
  skippable: v.boolean(),
})
export type Task = v.InferOutput<typeof TaskSchema>

export const ChecklistSchema = v.object({
  ...shown,
  kind: v.literal('checklist'),
  summary: v.nullable(v.string()),
  tasks: v.array(TaskSchema),
  /** Said once when all is done. */
  finished: v.nullable(v.object({ text: v.string(), action: v.nullable(ContentActionSchema) })),
})
export type Checklist = v.InferOutput<typeof ChecklistSchema>

export const LessonSummarySchema = v.object({
  /** The course's id, a slash and the lesson's own. */
  id: v.string(),
  title: v.string(),
  minutes: v.number(),
  /** How many questions its quiz has; 0 for none. */
  questions: v.number(),
})
export type LessonSummary = v.InferOutput<typeof LessonSummarySchema>

export const CourseSchema = v.object({
  ...shown,
  kind: v.literal('course'),
  locale: v.string(),
  summary: v.nullable(v.string()),
  /** One of the collection icons. */
  icon: v.nullable(v.string()),
  url: v.string(),
  lessons: v.array(LessonSummarySchema),
  /** Courses that come before it. */
  requires: v.array(v.string()),
  /** Whether each lesson opens the next. */
  inOrder: v.boolean(),
  /** What stands on the page of those who have finished. */
  next: v.nullable(ContentActionSchema),
})
export type Course = v.InferOutput<typeof CourseSchema>

export const VideoSchema = v.object({
  /** A file of the site, or elsewhere: then nothing is asked of it before the person says so. */
  url: v.string(),
  type: v.nullable(v.string()),
  poster: v.nullable(v.string()),
  seconds: v.nullable(v.number()),
  /** WebVTT, by language. */
  captions: v.array(v.object({ locale: v.string(), label: v.string(), url: v.string() })),
  chapters: v.array(v.object({ seconds: v.number(), title: v.string() })),
  transcript: v.nullable(RichTextSchema),
})
export type Video = v.InferOutput<typeof VideoSchema>

export const LessonSchema = v.object({
  ...LessonSummarySchema.entries,
  courseId: v.string(),
  locale: v.string(),
  body: RichTextSchema,
  video: v.nullable(VideoSchema),
  quiz: v.nullable(QuizSchema),
})
export type Lesson = v.InferOutput<typeof LessonSchema>

/** All that the caller may see on the host's page, the most urgent first. */
export const EducationSchema = v.object({
  locale: v.string(),
  tours: v.array(TourSchema),
  tips: v.array(TipSchema),
  checklists: v.array(ChecklistSchema),
  courses: v.array(CourseSchema),
})
export type Education = v.InferOutput<typeof EducationSchema>

export const educationOperations = {
  getEducation: {
    summary: 'Courses, checklists, tours and tips that the caller may see',
    tag: 'education',
    access: 'anyone',
    query: v.object(siteQuery),
    status: 200,
    reply: EducationSchema,
  },
  getCourse: {
    summary: 'One course with the names of its lessons',
    tag: 'education',
    access: 'anyone',
    params: v.object({ id: ContentId }),
    query: v.object(siteQuery),
    status: 200,
    reply: CourseSchema,
    problems: ['not_found'],
  },
  getLesson: {
    summary: 'One lesson, with the questions of its quiz',
    tag: 'education',
    access: 'anyone',
    params: v.object({ id: ContentId }),
    query: v.object(siteQuery),
    status: 200,
    reply: LessonSchema,
    problems: ['not_found'],
  },
  createAttempt: {
    summary: 'Answer questions of a quiz, some or all, and hear what is right and why',
    tag: 'education',
    access: 'token',
    params: v.object({ id: ContentId }),
    query: v.object(siteQuery),
    body: AttemptBodySchema,
    status: 200,
    reply: AttemptSchema,
    problems: ['forbidden', 'not_found', 'idempotency_key_reused'],
  },
} as const satisfies Record<string, Operation>
