import { waitUntil } from '@open-wc/testing'
import { createClient } from '@waypost/sdk/client'
import type { Form } from '@waypost/sdk/contract'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { panelContext, supportServer } from '../support-server.test.kit.js'
import { visits } from '../view-visitor.test.kit.js'
import { learnUploads } from './uploads.js'
import type { UploadsChangedEvent } from './uploads-changed-event.js'
import type { WaypostUploads } from './waypost-uploads.js'

/** What becomes of an upload: held half-way, cut off half-way, or refused. */
export type Fate = 'hold' | 'cut' | { status: number; code: string; retryAfter?: number } | null

interface Kept {
  id: string
  name: string
  type: string
  size: number
  hash: string
  authorization: string
}

let worlds = 0

/** A server that really receives what it is sent, for one test. */
export function uploadServer() {
  const world = `${Date.now()}${(worlds += 1)}`
  const baseUrl = `${location.origin}/uploads/${world}`
  const ask = async (path: string, body?: object) => {
    const init = body && { method: 'PUT', body: JSON.stringify(body) }
    return (await fetch(`${baseUrl}/${path}`, init)).json()
  }
  const look = (): Promise<{ kept: Kept[]; seen: { fate: Fate }[]; held: number }> => ask('kept')
  return {
    baseUrl,
    look,
    /** What becomes of the next uploads, one after the other. */
    plans: (...plan: Fate[]) => ask('plan', plan),
    /** Reads on what it holds. */
    letsGo: () => ask('go', {}),
    holds: (count: number) =>
      waitUntil(async () => (await look()).held === count, `holds ${count}`, { timeout: 6000 }),
    client: (signal?: AbortSignal) =>
      createClient({
        baseUrl,
        sleep: async () => {},
        fetch: (url, { via, ...init }) =>
          (via ?? fetch)(url, { ...init, ...(signal && { signal }) }),
      }),
  }
}

export const limits: Form['attachments'] = { maxBytes: 20 * 1024 * 1024, maxCount: 3 }

/** So large that it does not fit between the two ends of a line. */
export const largeFile = (name = 'recording.mp4') =>
  new File([new Uint8Array(16 * 1024 * 1024)], name, { type: 'video/mp4' })

export const textFile = (name = 'console-log.txt', text = 'It is broken') =>
  new File([text], name, { type: 'text/plain' })

/** A picture as a screenshot comes: drawn here. */
export async function pictureFile(name = 'error-2041.png'): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 })
  const brush = canvas.getContext('2d') as CanvasRenderingContext2D
  brush.fillStyle = '#b00'
  brush.fillRect(8, 8, 30, 20)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  return new File([blob as Blob], name, { type: 'image/png' })
}

/** Somebody in front of the element. */
export async function addsFiles({
  server = uploadServer(),
  panel: more = {},
  ...properties
}: Partial<Omit<WaypostUploads, 'panel'>> & {
  server?: ReturnType<typeof uploadServer>
  panel?: Partial<PanelContext>
} = {}) {
  const { panel } = panelContext(supportServer(), { client: server.client(), ...more })
  await learnUploads(panel.translator)
  const events: UploadsChangedEvent[] = []
  const person = await visits<WaypostUploads>('waypost-uploads', { panel, limits, ...properties })
  person.view.addEventListener('waypost-uploads-changed', (event) => events.push(event))
  const last = () => events.at(-1)
  return {
    ...person,
    panel,
    server,
    events,
    last,
    names: () => person.text('.upload .cut'),
    /** What a person hears. */
    said: () => person.text('[role=status] p'),
    drops(files: readonly File[], place: EventTarget = person.view) {
      const dataTransfer = new DataTransfer()
      for (const file of files) dataTransfer.items.add(file)
      const init = { dataTransfer, bubbles: true, composed: true, cancelable: true }
      const over = new DragEvent('dragover', init)
      place.dispatchEvent(over)
      place.dispatchEvent(new DragEvent('drop', init))
      return over
    },
    pastes(files: readonly File[], text = '') {
      const clipboardData = new DataTransfer()
      if (text) clipboardData.setData('text/plain', text)
      for (const file of files) clipboardData.items.add(file)
      const init = { clipboardData, bubbles: true, composed: true, cancelable: true }
      const event = new ClipboardEvent('paste', init)
      person.view.dispatchEvent(event)
      return event
    },
    chooses(files: readonly File[]) {
      const data = new DataTransfer()
      for (const file of files) data.items.add(file)
      const input = person.one('input[type=file]')
      input.files = data.files
      input.dispatchEvent(new Event('change'))
    },
    has: (count: number) =>
      waitUntil(() => last()?.ids.length === count && !last()?.isBusy, `${count} there`, {
        timeout: 6000,
      }),
  }
}
