import * as v from 'valibot'
import { Locale, SiteKey } from './fields.js'
import { FormSchema, HoursSchema } from './form.js'
import type { Operation } from './operation.js'

/** What the widget may show, from everything to the form alone. */
export const modes = ['self-service', 'neutral', 'ask-first', 'form-only', 'docs-only'] as const

export const SettingsSchema = v.object({
  site: v.object({ key: v.string(), name: v.string() }),
  /** The locale answered for; the one nearest to what was asked. */
  locale: v.string(),
  /** Every locale that holds articles or words, each in its own name. */
  locales: v.array(
    v.object({ tag: v.string(), name: v.string(), direction: v.picklist(['ltr', 'rtl']) }),
  ),
  /** The site's looks; what is `null` it leaves to the host's page and to us. */
  theme: v.object({
    accent: v.nullable(v.string()),
    font: v.nullable(v.string()),
    radius: v.nullable(v.string()),
    logo: v.nullable(v.string()),
  }),
  mode: v.picklist(modes),
  form: FormSchema,
  /** Hours in which the team usually replies; `null` where it makes no such promise. */
  replyHours: v.nullable(v.number()),
  /** When the team is there; `null` where the site does not say. */
  hours: v.nullable(HoursSchema),
  /** Whether there are courses or checklists, for others than the team. */
  education: v.boolean(),
})
export type Settings = v.InferOutput<typeof SettingsSchema>

export const siteQuery = { site: v.optional(SiteKey), locale: v.optional(Locale) }

export const settingsOperations = {
  getSettings: {
    summary: 'What the widget needs to start',
    tag: 'settings',
    access: 'anyone',
    query: v.object(siteQuery),
    status: 200,
    reply: SettingsSchema,
  },
} as const satisfies Record<string, Operation>
