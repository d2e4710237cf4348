import {
  jsonIn,
  nameIn,
  type OpenApi,
  type Operation,
  type Schema,
  schemaNamed,
  streamIn,
} from './open-api.js'
import { sampleOf } from './sample.js'

/** Left out by the schema's leave, but wanted by most who call. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  createTicket: ['email'],
  markTicketRead: ['messageId'],
  updateAgentTicket: ['status'],
  createSession: ['identityToken'],
}

/** A call of the operation, to be pasted into a shell; `$SESSION` and `$AGENT` are the caller's. */
export function curlOf(document: OpenApi, operation: Operation): string {
  const { method, requestBody, responses } = operation
  const body = jsonIn(requestBody?.content)
  const isForm = requestBody?.content['multipart/form-data'] !== undefined
  const isStream = Object.values(responses).some(({ content }) => streamIn(content))
  const arguments_ = [
    isStream && '-N',
    method !== 'GET' && !(method === 'POST' && (body || isForm)) && `-X ${method}`,
    quoted(addressOf(document, operation)),
    tokenOf(operation),
    ...headersOf(operation),
    isForm && `-F 'file=@screenshot.png'`,
    body && `-H 'Content-Type: application/json'`,
    body && `-d ${quoted(JSON.stringify(bodyOf(document, operation, body), null, 2))}`,
  ]
  return `curl ${arguments_.filter(Boolean).join(' \\\n  ')}`
}

function addressOf(document: OpenApi, { path, parameters = [] }: Operation): string {
  const query = new URLSearchParams()
  let filled = path
  for (const { name, in: place, required, schema } of parameters) {
    const value = () => String(sampleOf(document, schema, name))
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(value()))
    if (place === 'query' && required) query.set(name, value())
  }
  return `${document.servers[0]?.url}${filled}${query.size > 0 ? `?${query}` : ''}`
}

function tokenOf({ 'x-access': access }: Operation): string | false {
  if (access === 'agent') return '-H "Authorization: Bearer $AGENT"'
  return (access === 'requester' || access === 'token') && '-H "Authorization: Bearer $SESSION"'
}

function headersOf({ parameters = [] }: Operation): string[] {
  return parameters
    .filter(({ in: place, required }) => place === 'header' && required)
    .map(({ name }) => `-H '${name}: "2"'`)
}

/** What must be sent, and little else. */
function bodyOf(document: OpenApi, { operationId }: Operation, body: Schema): unknown {
  const schema = body.$ref === undefined ? body : schemaNamed(document, nameIn(body.$ref))
  const shown = [...(schema.required ?? []), ...(wanted[operationId] ?? [])]
  const sample = sampleOf(document, schema, '', operationId) as Record<string, unknown>
  return Object.fromEntries(Object.entries(sample).filter(([field]) => shown.includes(field)))
}

/** For a shell: nothing inside single quotes means anything but itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
