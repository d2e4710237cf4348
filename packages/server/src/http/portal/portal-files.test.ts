import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = new URL('../../../assets/portal/', import.meta.url)

it('styles a class by itself in one file alone: all of them are one sheet', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.css'))
  const styled = files.flatMap((name) => {
    const rules = readFileSync(new URL(name, folder), 'utf8').matchAll(/^(\.[a-z][a-z-]*) \{/gm)
    return [...new Set([...rules].map(([, rule]) => `${rule}`))].map((rule) => ({ rule, name }))
  })
  expect(styled.length).toBeGreaterThan(100)
  const twice = styled.filter(({ rule, name }) =>
    styled.some((other) => other.rule === rule && other.name !== name),
  )
  expect(twice).toEqual([])
})
