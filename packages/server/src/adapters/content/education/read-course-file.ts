import type { RichTextReader } from '../../../domain/rich-text.js'
import type { EducationFile } from './education-files.js'
import { createFileDesk, hasErrors, type ReadFile } from './file-desk.js'
import { parseAuthored } from './parse-authored.js'
import { AuthoredCourse } from './schemas/course-schema.js'
import { readYamlValue, type YamlValue } from './yaml-value.js'

export interface CourseFile extends ReadFile {
  /** Absent where an error stands. */
  readonly course?: {
    readonly contentId: string
    readonly authored: AuthoredCourse
    readonly yaml: YamlValue
  }
}

/** Reads `<locale>/courses/<course>/_course.yaml`. */
export async function readCourseFile(
  file: EducationFile,
  reader: RichTextReader,
): Promise<CourseFile> {
  const desk = createFileDesk(file, reader)
  const text = await desk.text()
  const yaml = text === undefined ? undefined : readYamlValue(text, 1, desk.problems)
  const authored = yaml && parseAuthored(AuthoredCourse, yaml.value, desk.with(yaml))
  if (!yaml || !authored || hasErrors(desk.found())) return desk.found()
  return { ...desk.found(), course: { contentId: authored.id ?? file.name, authored, yaml } }
}
