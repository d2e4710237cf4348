import { toJsonSchema } from '@valibot/to-json-schema'
import {
  type ErrorCode,
  errorCodes,
  type Operation,
  operations,
  type RouteName,
  routes,
} from '@waypost/sdk/contract'
import type { GenericSchema } from 'valibot'
import { definitions } from './openapi-definitions.js'
import { accessWords, described, problemWords, tags } from './openapi-words.js'

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Makes a retry known again.',
  schema: { type: 'string', minLength: 16, maxLength: 128 },
}

const FILE_BODY = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: {
          file: {
            type: 'string',
            contentMediaType: 'application/octet-stream',
            description: 'The file, with its name. What it is, its content says.',
          },
        },
        required: ['file'],
      },
    },
  },
}

const ifMatchHeader = ({ names, required }: NonNullable<Operation['ifMatch']>) => ({
  name: 'If-Match',
  in: 'header',
  required,
  description: `The \`${names}\` that was read, in quotes${required ? '' : '; absent for what is new'}.`,
  schema: { type: 'string', pattern: '^(W/)?"\\d{1,9}"$' },
})

const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The last `id` that came: everything after it is told first.',
  schema: { type: 'string', pattern: '^\\d{1,15}$' },
}

interface JsonSchema {
  [key: string]: unknown
  $defs?: Record<string, unknown>
  properties?: Record<string, unknown>
  required?: string[]
}

/** The whole API as an OpenAPI 3.1 document, made from the contract's two tables. */
export function openApiDocument(publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = routes[name]
    const item = paths[path] ?? {}
    item[method.toLowerCase()] = describe(name, operations[name])
    paths[path] = item
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Waypost',
      version: '1',
      description: 'Help articles, search and tickets for the Waypost widget, portal and desk.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags,
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A session (wps_…), ticket (wpt_…) or agent token (wpa_…).',
        },
      },
      responses: {
        Problem: {
          description: 'What went wrong (RFC 9457)',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
      schemas: Object.fromEntries(
        Object.entries(definitions).map(([name, schema]) => [name, componentOf(name, schema)]),
      ),
    },
  }
}

function describe(operationId: RouteName, operation: Operation) {
  const { summary, tag, access, params, query, body, takesFile, status, reply } = operation
  const { streams, ifMatch } = operation
  const { method } = routes[operationId]
  const parameters = [
    ...parametersOf(params, 'path'),
    ...parametersOf(query, 'query'),
    ...(method === 'GET' ? [] : [IDEMPOTENCY_KEY]),
    ...(ifMatch ? [ifMatchHeader(ifMatch)] : []),
    ...(streams ? [LAST_EVENT_ID] : []),
  ]
  return {
    operationId,
    summary,
    description: accessWords[access],
    'x-access': access,
    tags: [tag],
    security: access === 'anyone' ? [{}, { bearer: [] }] : [{ bearer: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: described(jsonSchema(body, 'input'), operationId) },
        },
      },
    }),
    ...(takesFile && { requestBody: FILE_BODY }),
    responses: {
      [status]: {
        description: status === 204 ? 'Done' : 'OK',
        ...(reply && {
          content: {
            'application/json': { schema: described(jsonSchema(reply, 'output'), operationId) },
          },
        }),
        ...(streams && {
          content: {
            'text/event-stream': { schema: described(jsonSchema(streams, 'output'), operationId) },
          },
        }),
      },
      default: { $ref: '#/components/responses/Problem' },
      ...problemResponses(operation),
    },
  }
}

/** One answer for each status, with the codes that it may carry. */
function problemResponses(operation: Operation): Record<string, unknown> {
  const codes = problemCodes(operation)
  const statuses = codes.map((code) => errorCodes[code])
  return Object.fromEntries(
    statuses.map((status) => {
      const words = codes.filter((code) => errorCodes[code] === status).map(problemWords)
      const description = `${words.join('. ')}.`
      return [status, { $ref: '#/components/responses/Problem', description }]
    }),
  )
}

function problemCodes(operation: Operation): ErrorCode[] {
  const { access, params, query, body, takesFile, problems = [] } = operation
  const codes: ErrorCode[] = [...problems]
  if (access !== 'anyone') codes.push('unauthenticated', 'session_expired', 'forbidden')
  if (params) codes.push('not_found')
  if (query || body) codes.push('invalid_input')
  if (body) codes.push('malformed_json')
  if (takesFile) codes.push('malformed_request')
  if (body || takesFile) codes.push('payload_too_large', 'unsupported_media_type')
  if (access !== 'anyone' || body) codes.push('origin_not_allowed')
  codes.push('rate_limited')
  return [...new Set(codes)]
}

function parametersOf(schema: GenericSchema | undefined, place: 'path' | 'query') {
  if (!schema) return []
  const { properties = {}, required = [] } = described(jsonSchema(schema, 'input'), place)
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...bare } = property as { description?: string }
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description !== undefined && { description }),
      schema: bare,
    }
  })
}

function jsonSchema(schema: GenericSchema, typeMode: 'input' | 'output'): JsonSchema {
  const { $schema: _, $defs: __, ...rest } = convert(schema, typeMode)
  return rest
}

/** A named schema comes back as a reference to itself; its text stands in `$defs`. */
function componentOf(name: string, schema: GenericSchema): unknown {
  const {
    $schema: _,
    $defs,
    ...rest
  } = convert(schema, name.startsWith('New') ? 'input' : 'output')
  return described($defs?.[name] ?? rest, name)
}

function convert(schema: GenericSchema, typeMode: 'input' | 'output'): JsonSchema {
  return toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode,
    errorMode: 'ignore',
    definitions,
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  }) as JsonSchema
}
