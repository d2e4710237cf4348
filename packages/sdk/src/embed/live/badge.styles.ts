/**
 * The count over the launcher's corner. It is drawn beside the launcher's own text, which the script
 * changes as it likes. Sizes follow the person's text size; the border is what forced colours keep.
 */
export const badgeStyles = () => `
  [data-unread]:after {
    content: attr(data-unread);
    content: attr(data-unread) / "";
    position: absolute;
    inset-block-start: -.8em;
    inset-inline-end: -.8em;
    box-sizing: border-box;
    min-width: 2em;
    padding: 0 .4em;
    border: 2px solid #fff;
    border-radius: 1em;
    background: #c01f28;
    color: #fff;
    font-size: small;
    line-height: 1.7;
    text-align: center;
  }
`
