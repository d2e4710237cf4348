import { createEducation } from '@waypost/sdk/client'
import type { Lesson } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'
import { fetchRarerBlocks } from '../../ui/fetch-rarer-blocks.js'

/** A lesson with all that its texts are drawn by. */
export async function fetchLesson(
  id: string,
  { client, locale, translator }: PanelContext,
  signal: AbortSignal,
): Promise<Lesson> {
  const lesson = await createEducation(client).lesson(id, { locale, signal })
  await fetchRarerBlocks([...lesson.body, ...(lesson.video?.transcript ?? [])], translator)
  return lesson
}
