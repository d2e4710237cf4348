import type { Diagnosis } from '../../contract/diagnosis.js'

const level = { error: 'error', warning: 'warn', note: 'info' } as const

/** The findings in words, on the console. */
export function printDiagnosis({ build, findings, ok }: Diagnosis, server: string): void {
  const count = findings.length
  const sum = count === 0 ? 'nothing found' : `${count} ${count === 1 ? 'finding' : 'findings'}`
  console.group(`[waypost] ${ok ? 'works' : 'does not work'}, ${sum} (${server}, build ${build})`)
  for (const { code, severity, detail, advice } of findings) {
    console[level[severity]](`${code}: ${detail}.\n→ ${advice}.`)
  }
  console.groupEnd()
}
