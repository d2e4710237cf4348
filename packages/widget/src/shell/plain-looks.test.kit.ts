import type { PanelOptions } from '@waypost/sdk/contract'

/** What a host has said nothing of. */
export const plainLooks = {
  theme: 'auto',
  accent: '',
  position: 'end',
  zIndex: 1000,
  layer: 'page',
  offset: '',
  mode: '',
  inside: null,
  font: '',
  radius: '',
  logo: '',
  messages: {},
} satisfies Partial<PanelOptions<never>>
