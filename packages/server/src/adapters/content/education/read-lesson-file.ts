import type { RichTextReader } from '../../../domain/rich-text.js'
import { splitFrontMatter } from '../front-matter.js'
import type { EducationFile } from './education-files.js'
import { createFileDesk, hasErrors, type ReadFile } from './file-desk.js'
import { BODY, type ReadLesson, readLesson } from './read-lesson.js'
import { type Path, readYamlValue, type YamlValue } from './yaml-value.js'

export interface LessonFile extends ReadFile {
  /** Absent where an error stands. */
  readonly lesson?: ReadLesson & {
    /** What stands behind its course's id and a slash. */
    readonly name: string
    readonly yaml: YamlValue
  }
}

/** Reads `<locale>/courses/<course>/<NN->lesson.md`. */
export async function readLessonFile(
  file: EducationFile,
  reader: RichTextReader,
): Promise<LessonFile> {
  const { problems, text: readText, with: deskWith, found } = createFileDesk(file, reader)
  const text = await readText()
  const parts = text === undefined ? undefined : splitFrontMatter(text, problems)
  if (parts === undefined) return found()
  const { yamlLine, markdown, markdownLine } = parts
  const yaml = readYamlValue(parts.yaml, yamlLine, problems)
  const lineOf = (at: Path) => yaml?.lineOf(at) ?? yamlLine
  const textLineOf = (at: Path) => (at === BODY ? markdownLine : (yaml?.textLineOf(at) ?? yamlLine))
  const desk = deskWith({ lineOf, textLineOf })
  if (!yaml) {
    desk.markdown(markdown, BODY)
    return found()
  }
  const lesson = readLesson(yaml.value, markdown, desk)
  if (!lesson || hasErrors(found())) return found()
  return { ...found(), lesson: { ...lesson, name: lesson.authored.id ?? file.name, yaml } }
}
