/**
 * A ring in the place of the launcher's sign, around how many tasks are done. `--ring` is how far, of
 * one turn; `--hole` the colour of the launcher, for the ring is cut out of nothing else. In forced
 * colours the border and the number stay.
 */
export const ringStyles = () => `
  [data-ring]:before {
    content: attr(data-ring) / "";
    clip-path: none;
    box-sizing: border-box;
    flex: none;
    width: 36px;
    height: 36px;
    margin: -6px 0 -6px -10px;
    border: 1px solid transparent;
    border-radius: 50%;
    background:
      radial-gradient(closest-side, var(--hole) calc(100% - 4px), #0000 calc(100% - 3px)) border-box,
      conic-gradient(currentColor var(--ring), color-mix(in srgb, currentColor 30%, #0000) 0) border-box;
    font-size: 11px;
    line-height: 34px;
    text-align: center;
  }
  @media (width < 30em) { [data-ring]:before { margin: -6px } }
  @media (forced-colors: active) { [data-ring]:before { border-color: currentColor } }
`
