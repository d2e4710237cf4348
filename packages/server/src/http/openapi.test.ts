import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from './openapi.js'

describe('the OpenAPI document', () => {
  const document = openApiDocument('https://help.example.com')

  it('is valid OpenAPI 3.1', async () => {
    const config = await createConfig({ extends: ['recommended'] })
    const problems = await lintFromString({ source: JSON.stringify(document), config })
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ message, location }) => `${location[0]?.pointer}: ${message}`)).toEqual([])
  })

  it('names every schema once and refers to it elsewhere', () => {
    const text = JSON.stringify(document)
    expect(text).toContain('"$ref":"#/components/schemas/Ticket"')
    const named = new Set(Object.keys(document.components.schemas))
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(named).toContain(name)
    }
  })

  it('demands what the contract demands', () => {
    const { required, properties } = document.components.schemas.NewTicket as {
      required: string[]
      properties: Record<string, { maxLength?: number }>
    }
    expect(required).toEqual(['subject', 'message'])
    expect(properties.subject?.maxLength).toBe(200)
  })
})
