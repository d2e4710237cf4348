import type { Via } from './transport.js'

/** Milliseconds without a byte on its way, or a word in answer, after which nobody is there. */
const STALLED = 30_000

/**
 * Sends a form as `fetch` does, and tells how much of it has gone: from 0 to 1. `fetch` tells nothing
 * of what is on its way up: https://github.com/whatwg/fetch/issues/607
 */
export function sendFile(tell: (part: number) => void, signal?: AbortSignal): Via {
  return (url, { method = 'POST', headers, body }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      let timer: ReturnType<typeof setTimeout>
      const stop = () => request.abort()
      const alive = () => {
        clearTimeout(timer)
        timer = setTimeout(stop, STALLED)
      }
      const fail = () => reject(new TypeError('Failed to send'))
      request.open(method, url)
      request.responseType = 'text'
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value)
      request.upload.onprogress = ({ loaded, total }) => {
        alive()
        tell(total ? loaded / total : 0)
      }
      request.onload = () => resolve(answerOf(request))
      request.onerror = request.onabort = fail
      request.onloadend = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
      }
      signal?.addEventListener('abort', stop)
      tell(0)
      alive()
      request.send(body as FormData)
    })
}

function answerOf(request: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const name of ['content-type', 'retry-after']) {
    const value = request.getResponseHeader(name)
    if (value) headers.set(name, value)
  }
  const { status, responseText } = request
  return new Response(status === 204 ? null : responseText, { status, headers })
}
