import { stringify } from 'yaml'
import type { ManuscriptHead, Written } from '../../../domain/education/manuscript.js'
import { createFileNames } from '../file-names.js'
import { tidyMarkdown } from '../front-matter.js'
import { PLACED } from './education-files.js'

/** What a file of the content folder keeps of what teaches. */
export type WrittenManuscript = ManuscriptHead & { readonly written: Written }

/** Every file of courses, checklists, tours and tips by its path inside a content folder. */
export function planEducation(
  manuscripts: readonly WrittenManuscript[],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const names = new Map<string, ReturnType<typeof createFileNames>>()
  for (const { kind, contentId, locale, written } of inOrder(manuscripts)) {
    const folder = Object.entries(PLACED).find(([, one]) => one === kind)?.[0]
    if (folder !== undefined) files.set(`${folder}/${contentId}.yaml`, yamlOf(written))
    else addCourse(contentId, `${locale}/courses`, written)
  }
  return files

  function addCourse(contentId: string, above: string, { lessons, ...course }: Written): void {
    const nameIn = names.get(above) ?? createFileNames()
    names.set(above, nameIn)
    const name = nameIn(contentId)
    const id = name === contentId ? {} : { id: contentId }
    files.set(`${above}/${name}/_course.yaml`, yamlOf({ ...id, ...course }))
    const nameLesson = createFileNames()
    for (const [at, lesson] of (lessons as readonly Written[]).entries()) {
      const place = String((at + 1) * 10).padStart(2, '0')
      const file = nameLesson(String(lesson.id))
      files.set(`${above}/${name}/${place}-${file}.md`, lessonFile(lesson, file))
    }
  }
}

function lessonFile({ id, body, ...frontMatter }: Written, fileName: string): string {
  const yaml = yamlOf({ ...(id !== fileName && { id }), ...frontMatter })
  return `---\n${yaml}---\n\n${tidyMarkdown(String(body ?? ''))}\n`
}

/** In the order of its author, a line each where it fits. */
const yamlOf = (written: Written) => stringify(written, { lineWidth: 0 })

function inOrder(manuscripts: readonly WrittenManuscript[]) {
  const keyed = ({ locale, contentId }: WrittenManuscript) => `${locale}|${contentId}`
  return manuscripts.toSorted((a, b) => (keyed(a) < keyed(b) ? -1 : Number(keyed(a) > keyed(b))))
}
