import { extname } from 'node:path'
import type { Video } from '@waypost/sdk/contract'
import { filmTypes } from '../../../foundation/film-types.js'
import { nameOfLocale } from '../../../foundation/name-of-locale.js'
import type { Desk } from './desk.js'
import type { AuthoredLesson } from './schemas/lesson-schema.js'
import type { Path } from './yaml-value.js'

/** A video as it is kept, with the addresses that readers fetch. */
export function readVideo(said: AuthoredLesson['video'], desk: Desk): Video | null {
  if (said === undefined) return null
  const { url, poster, seconds, captions, chapters, transcript } =
    typeof said === 'string' ? { url: said, captions: [], chapters: [] } : said
  if (captions.length === 0 && transcript === undefined) {
    desk.warn(
      'This video has neither captions nor a transcript, so not everybody can follow it; add one of the two.',
      ['video'],
    )
  }
  return {
    url: address(url, typeof said === 'string' ? ['video'] : ['video', 'url']),
    type: filmTypes[extname(url.split(/[?#]/)[0] ?? '').toLowerCase()] ?? null,
    poster: poster === undefined ? null : address(poster, ['video', 'poster']),
    seconds: seconds ?? null,
    captions: captions.map(({ locale, label, url: track }, at) => ({
      locale,
      label: label ?? nameOfLocale(locale),
      url: address(track, ['video', 'captions', at, 'url']),
    })),
    chapters: chapters.map(({ seconds: at, title }) => ({ seconds: at, title })),
    transcript:
      transcript === undefined ? null : desk.markdown(transcript, ['video', 'transcript']),
  }

  function address(place: string, path: Path): string {
    if (/^https?:\/\//i.test(place)) return place
    const isElsewhere = /^[a-z][a-z\d+.-]*:/i.test(place)
    const inside = isElsewhere ? undefined : desk.addressOf(place, path)
    if (inside !== undefined) return inside
    desk.error(
      `The address "${place}" cannot stand here; use https, or a file inside the content folder.`,
      path,
    )
    return ''
  }
}
