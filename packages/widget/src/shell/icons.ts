import { svg } from 'lit'
import { icon } from '../ui/icons.js'

export const helpIcon = icon(
  svg`<path d="M4.75 3h7.6c.45 0 .87.2 1.15.54l2.9 3.5c.46.55.46 1.37 0 1.92l-2.9 3.5c-.28.34-.7.54-1.15.54h-7.6c-.97 0-1.75-.78-1.75-1.75v-6.5C3 3.78 3.78 3 4.75 3Z"/><path d="M8.25 13v4.25M5.75 17.25h5"/><path d="M7.1 6.95a1.75 1.75 0 1 1 2.5 1.6c-.5.23-.8.5-.8 1"/><circle cx="8.8" cy="11.05" r=".5" class="dot"/>`,
  'flip',
)
export const requestIcon = icon(
  svg`<path d="M5 3.75h10c.97 0 1.75.78 1.75 1.75v6.25c0 .97-.78 1.75-1.75 1.75H9.75L6.25 16.5v-3H5c-.97 0-1.75-.78-1.75-1.75V5.5c0-.97.78-1.75 1.75-1.75Z"/><path d="M6.75 7.25h6.5M6.75 10h4"/>`,
  'flip',
)
