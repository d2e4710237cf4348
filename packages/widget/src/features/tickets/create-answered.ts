import { html, nothing } from 'lit'
import type { PanelContext } from '../../foundation/panel-context.js'
import { checkIcon } from '../../ui/icons.js'

export interface AnsweredDeps {
  panel: () => PanelContext
  /** Somebody is writing a question. */
  isAsking: () => boolean
  /** Takes the question back, so that it can be had again. */
  drop: () => void
}

/**
 * Lets somebody who was about to ask say that an article has answered them: here, or at the article
 * that they have opened from here. It is theirs to say: that they leave says nothing.
 */
export function createAnswered({ panel, isAsking, drop }: AnsweredDeps) {
  /** What was read from here, the last one last. */
  const read = new Set<string>()
  /** The article that has answered. */
  let answer: string | undefined

  function say(articleId: string): void {
    const { client, keep, locale } = panel()
    const { searchId } = keep
    const said = { articleId, locale, ...(searchId && { searchId }) }
    client.track([{ kind: 'ticket.deflected', ...said }]).catch(() => {})
    read.clear()
    answer = articleId
    drop()
  }

  function renderButton(articleId: string, said: () => void) {
    const press = ({ currentTarget }: Event) => {
      // It goes, and the focus is not to go with it.
      ;(currentTarget as Element).closest<HTMLElement>('.notice')?.focus()
      say(articleId)
      said()
    }
    return html`<div class="acts">
      <button class="btn small answered" type="button" @click=${press}>
        ${checkIcon}${panel().translator.t('form.answers')}
      </button>
    </div>`
  }

  /** At an article; `said` is called once it was said. */
  function renderAt(articleId: string, said: () => void) {
    if (articleId === answer) return html`<br />${panel().translator.t('form.answered')}`
    return read.has(articleId) && isAsking() ? renderButton(articleId, said) : nothing
  }

  return {
    /** An article was opened from here. */
    opened(articleId: string): void {
      read.delete(articleId)
      read.add(articleId)
      answer = undefined
      panel().keep.asking = renderAt
    },

    /** Under the articles that may answer: the one that was opened last is meant. */
    render(said: () => void) {
      const last = [...read].at(-1)
      return last && isAsking() ? renderButton(last, said) : nothing
    },
  }
}

export type Answered = ReturnType<typeof createAnswered>
