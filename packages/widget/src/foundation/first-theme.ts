import { css } from 'lit'

/** The design tokens that the window opens with; `theme` has them, too. */
export const firstTheme = css`
  /* Waypost design tokens.
   *
   * A host sets at most two: --wp-accent and --wp-font (the logo is a slot). All else follows, and each may be set by itself.
   * Colours are derived in OKLCH, so one lightness rule holds for every hue.
   * Of the whole set only those stand here that the window needs before there is anything in it: everybody waits for each.
   * theme.ts has the others.
   *
   * Light and dark: every colour is light-dark(light, dark) and follows the inherited 'color-scheme'. So 'auto' matches the
   * host's page (not merely the system), and theme="light|dark" is one line. Forced colours: see the end of this file.
   */
  :host {
    /* ── given by the host ─────────────────────────────────────────────── */
    --wp-accent: #0b7a75;
    --wp-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
    --wp-scale: 1; /* the person's own text size: measured once from 'font-size: medium' / 16px, never from rem */

    /* ── neutrals: the accent's hue, barely ────────────────────────────── */
    --wp-ground:      light-dark(oklch(from var(--wp-accent) 0.978 min(c * 0.05, 0.006) h), oklch(from var(--wp-accent) 0.165 min(c * 0.1, 0.012) h));
    --wp-surface:     light-dark(#fff, oklch(from var(--wp-accent) 0.208 min(c * 0.1, 0.012) h));
    --wp-hover:       light-dark(oklch(from var(--wp-accent) 0.955 min(c * 0.08, 0.01) h), oklch(from var(--wp-accent) 0.268 min(c * 0.1, 0.014) h));
    --wp-line:        light-dark(oklch(from var(--wp-accent) 0.912 min(c * 0.06, 0.008) h), oklch(from var(--wp-accent) 0.318 min(c * 0.1, 0.012) h));
    --wp-line-strong: light-dark(oklch(from var(--wp-accent) 0.62 min(c * 0.1, 0.012) h), oklch(from var(--wp-accent) 0.57 min(c * 0.1, 0.012) h));
    --wp-ink:         light-dark(oklch(from var(--wp-accent) 0.225 min(c * 0.12, 0.016) h), oklch(from var(--wp-accent) 0.955 min(c * 0.04, 0.005) h));
    --wp-ink-2:       light-dark(oklch(from var(--wp-accent) 0.415 min(c * 0.12, 0.016) h), oklch(from var(--wp-accent) 0.815 min(c * 0.06, 0.008) h));
    --wp-ink-3:       light-dark(oklch(from var(--wp-accent) 0.505 min(c * 0.12, 0.016) h), oklch(from var(--wp-accent) 0.705 min(c * 0.08, 0.01) h));

    /* ── the accent, made safe: text for links and icons, soft for the tint behind things ── */
    --wp-accent-text: light-dark(oklch(from var(--wp-accent) min(l, 0.475) min(c, 0.15) h), oklch(from var(--wp-accent) max(l, 0.8) min(c, 0.12) h));
    --wp-accent-soft: light-dark(oklch(from var(--wp-accent) 0.96 min(c * 0.22, 0.024) h), oklch(from var(--wp-accent) 0.268 min(c * 0.4, 0.04) h));
    --wp-accent-soft-2: light-dark(oklch(from var(--wp-accent) 0.918 min(c * 0.4, 0.05) h), oklch(from var(--wp-accent) 0.33 min(c * 0.5, 0.055) h));
    --wp-accent-line: light-dark(oklch(from var(--wp-accent) 0.85 min(c * 0.5, 0.07) h), oklch(from var(--wp-accent) 0.42 min(c * 0.5, 0.07) h));

    /* ── focus: two tones, so it shows on any host ─────────────────────── */
    --wp-focus:       var(--wp-accent-text);
    --wp-focus-ring:  0 0 0 2px var(--wp-surface), 0 0 0 4px var(--wp-focus);

    /* ── type: pixels, so that the host's 62.5 % cannot reach us ───────── */
    --wp-text-md: calc(15px * var(--wp-scale));   --wp-lead-md: calc(22px * var(--wp-scale));
    --wp-text-input: calc(16px * var(--wp-scale));             /* 16 and no less: smaller makes iOS zoom */
    --wp-text-2xl: calc(26px * var(--wp-scale));  --wp-lead-2xl: calc(32px * var(--wp-scale));
    --wp-weight: 400;  --wp-weight-bold: 600;
    --wp-track-tight: -0.012em;                                /* 21px and above, Latin, Greek and Cyrillic only */

    /* ── space: fours ──────────────────────────────────────────────────── */
    --wp-1: 4px;  --wp-2: 8px;  --wp-3: 12px;
    --wp-gutter: 20px;                                         /* panel edge to content */

    /* ── shape ─────────────────────────────────────────────────────────── */
    --wp-radius: 18px;       /* the panel; the smaller ones follow */
    --wp-radius-s: calc(var(--wp-radius) / 3);      /* chips, marks, checkboxes: 6 */
    --wp-radius-m: calc(var(--wp-radius) / 1.8);    /* buttons, fields, rows: 10 */
    --wp-panel-w: 400px;  --wp-panel-h: 640px;  --wp-edge: 20px;

    /* ── depth ─────────────────────────────────────────────────────────── */
    --wp-shade:   light-dark(oklch(0.25 0.02 250 / 0.1), oklch(0 0 0 / 0.5));
    --wp-shade-2: light-dark(oklch(0.25 0.02 250 / 0.16), oklch(0 0 0 / 0.6));
    --wp-rim:     light-dark(oklch(0.25 0.02 250 / 0.09), oklch(1 0 0 / 0.11));   /* in the dark the rim does the work, not the shadow */
    --wp-lift-3: 0 0 0 1px var(--wp-rim), 0 4px 10px -2px var(--wp-shade), 0 24px 56px -12px var(--wp-shade-2);

    /* ── motion ────────────────────────────────────────────────────────── */
    --wp-base: 160ms;        /* fade, push to the next page */
    --wp-slow: 260ms;        /* the panel opens, a ring fills */
    --wp-out: cubic-bezier(0.2, 0.8, 0.2, 1);
    --wp-inout: cubic-bezier(0.45, 0, 0.2, 1);
    --wp-shift: 8px;         /* how far a page travels as it comes */

    /* ── layers, inside our own stacking context ───────────────────────── */
    --wp-z-host: 2147000000; /* the one number the host may move; the top layer is used where popover exists */
    --wp-z-sticky: 1;  --wp-z-menu: 10;
  }

  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }

  @media (prefers-reduced-motion: reduce) {
    :host { --wp-base: 1ms; --wp-slow: 1ms; --wp-shift: 0px; }
  }

  @media (prefers-contrast: more) {
    :host { --wp-line: var(--wp-line-strong); --wp-ink-2: var(--wp-ink); --wp-ink-3: var(--wp-ink); --wp-rim: var(--wp-line-strong); }
  }

  /* Forced colours: the system paints; we keep only what carries meaning. Fills become ButtonFace with a ButtonText border,
   * shadows vanish (so the panel and cards keep a 1px border), the ring is an outline, a chosen row uses Highlight, the
   * highlighted match uses Mark, and progress draws its own colour with forced-color-adjust: none on the bar alone. */
  @media (forced-colors: active) {
    :host {
      --wp-ink: CanvasText;  --wp-ink-2: CanvasText;  --wp-ink-3: CanvasText;
      --wp-line: CanvasText;  --wp-line-strong: CanvasText;  --wp-rim: CanvasText;
      --wp-accent-text: LinkText;  --wp-accent-soft: Canvas;  --wp-accent-soft-2: Canvas;
      --wp-accent-line: CanvasText;  --wp-focus: Highlight;
    }
  }
`
