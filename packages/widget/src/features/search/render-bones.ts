import { html } from 'lit'

/** Where results will stand, in the shape of results. */
export function renderBones() {
  const result = (title: string, end: string) => html`<div class="bones">
    <i class="bone title ${title}"></i><i class="bone c"></i><i class="bone ${end}"></i>
  </div>`
  return html`<div aria-hidden="true">${result('a', 'b')}${result('b', 'b')}${result('a', 'd')}</div>`
}
