import { toJsonSchema } from '@valibot/to-json-schema'
import { RuleSchema } from '@waypost/sdk/contract'
import type { GenericSchema } from 'valibot'
import { AuthoredChecklist } from './checklist-schema.js'
import { AuthoredCourse } from './course-schema.js'
import { AuthoredLesson } from './lesson-schema.js'
import { AuthoredTip } from './tip-schema.js'
import { AuthoredTour } from './tour-schema.js'

/** What each kind of file may say, and how people call it. */
const kinds: Readonly<Record<string, { title: string; schema: GenericSchema }>> = {
  course: { title: 'A Waypost course: _course.yaml', schema: AuthoredCourse },
  lesson: { title: 'The front matter of a Waypost lesson', schema: AuthoredLesson },
  checklist: { title: 'A Waypost checklist', schema: AuthoredChecklist },
  tour: { title: 'A Waypost tour', schema: AuthoredTour },
  tip: { title: 'A Waypost tip', schema: AuthoredTip },
}

/** The authors' files as JSON Schema, for editors that complete and check them. */
export function publishedSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, { title, schema }]) => {
      const { $schema, ...rest } = toJsonSchema(schema, {
        target: 'draft-2020-12',
        typeMode: 'input',
        errorMode: 'ignore',
        definitions: { Rule: RuleSchema },
      }) as Record<string, unknown>
      return [name, { $schema, title, ...rest }]
    }),
  )
}
