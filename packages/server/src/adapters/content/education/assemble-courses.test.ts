import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createRichTextReader } from '../../markdown/create-rich-text-reader.js'
import { readContentFolder } from '../content-folder.js'

it('leaves a course out whole where the id of a lesson is longer than an address may be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-courses-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const inCourse = join(folder, 'en/courses/paid')
  await mkdir(inCourse, { recursive: true })
  await writeFile(join(inCourse, '_course.yaml'), 'title: Get paid\n')
  const lesson = (id: string) => `---\nid: ${id}\ntitle: One\n---\n\nWords.\n`
  const read = () => readContentFolder({ folder, richText: createRichTextReader() })

  await writeFile(join(inCourse, '1-a.md'), lesson('x'.repeat(195)))
  expect((await read()).education.works).toHaveLength(1)
  await writeFile(join(inCourse, '1-a.md'), lesson('x'.repeat(196)))
  const { education, problems } = await read()
  expect(education.works).toEqual([])
  expect(problems).toEqual([
    expect.objectContaining({
      ...{ file: 'en/courses/paid/1-a.md', line: 1, severity: 'error' },
      message: expect.stringContaining('has at most 200 characters'),
    }),
  ])
})
