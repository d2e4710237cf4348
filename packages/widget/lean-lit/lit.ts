export { LitElement } from './lit-element.js'
export { adoptStyles, css } from './styles.js'
export { html, svg } from './template.js'
export { nothing } from './values.js'
