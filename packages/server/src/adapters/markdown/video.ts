import type { Block, Inline } from '@waypost/sdk/contract'
import { isVideoTarget } from './video-target.js'

/**
 * A paragraph that is nothing but a picture linked to a video is that video:
 * `[![Send an invoice](poster.jpg)](https://example.com/send.mp4)`.
 */
export function asVideo(inlines: readonly Inline[]): Block | undefined {
  const [link, ...others] = inlines
  if (link?.type !== 'link' || others.length > 0) return undefined
  const [image, ...more] = link.children
  if (image?.type !== 'image' || more.length > 0 || !isVideoTarget(link.href)) return undefined
  const title = image.alt || link.title || image.title || ''
  return { type: 'video', href: link.href, poster: image.src, title }
}
