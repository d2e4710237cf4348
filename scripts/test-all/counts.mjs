/** What the runners of `test-all.mjs` wrote down: counts, and what went wrong by file and name. */
import { relative, sep } from 'node:path'

/** Of Vitest's JSON report; a file that could not run is one failure without a name. */
export function countsOf(json, root) {
  const wrong = []
  for (const { name: path, status, assertionResults } of json.testResults) {
    const file = relative(root, path).replaceAll(sep, '/')
    const failed = assertionResults.filter((test) => test.status === 'failed')
    for (const { fullName: name } of failed) wrong.push({ file, name })
    if (status === 'failed' && failed.length === 0) wrong.push({ file, name: '' })
  }
  return {
    passed: json.numPassedTests,
    failed: Math.max(json.numFailedTests, wrong.length),
    skipped: json.numPendingTests + json.numTodoTests,
    wrong,
  }
}

/** Of the sessions of `@web/test-runner`; a file that could not run, or complained, is one failure more. */
export function countsOfSessions(sessions, root) {
  const counts = { passed: 0, failed: 0, skipped: 0, wrong: [] }
  for (const { testFile, testResults, errors } of sessions) {
    const file = relative(root, testFile).replaceAll(sep, '/')
    const fail = (name) => {
      counts.failed += 1
      counts.wrong.push({ file, name, isOfBrowser: true })
    }
    const add = (suite, names) => {
      for (const { name, passed, skipped } of suite.tests) {
        if (skipped) counts.skipped += 1
        else if (passed) counts.passed += 1
        else fail([...names, name].join(' '))
      }
      for (const inner of suite.suites) add(inner, [...names, inner.name])
    }
    if (testResults) add(testResults, [])
    if (errors.length > 0) fail('')
  }
  return counts
}

/** Each file once. */
export const filesOf = (wrong) => [...new Map(wrong.map((one) => [one.file, one])).values()]

/** As a person finds it. */
export const nameOf = ({ file, name }) => `  ${file}${name && ` > ${name}`}`
