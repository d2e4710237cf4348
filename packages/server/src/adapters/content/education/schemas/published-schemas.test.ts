import { expect, it } from 'vitest'
import { publishedSchemas } from './published-schemas.js'

// After a change of what authors may write: pnpm schemas
it.each(Object.entries(publishedSchemas()))(
  'writes down what a %s may say in schemas/',
  async (name, schema) => {
    const text = `${JSON.stringify(schema, null, 2)}\n`
    await expect(text).toMatchFileSnapshot(`../../../../../schemas/${name}.schema.json`)
  },
)
