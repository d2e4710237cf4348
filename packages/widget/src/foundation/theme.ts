import { css } from 'lit'
import { firstTheme } from './first-theme.js'

/**
 * The design tokens, for the outermost element alone: what stands inside inherits them, so a host
 * sets `--wp-accent` and `--wp-font` in one place. Only those stand here that something uses:
 * everybody pays for each.
 */
export const theme = [
  firstTheme,
  css`
  :host {
    --wp-font-mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Liberation Mono", monospace;

    --wp-sunken:      light-dark(oklch(from var(--wp-accent) 0.962 min(c * 0.05, 0.006) h), oklch(from var(--wp-accent) 0.182 min(c * 0.1, 0.012) h));
    --wp-press:       light-dark(oklch(from var(--wp-accent) 0.93 min(c * 0.08, 0.01) h), oklch(from var(--wp-accent) 0.3 min(c * 0.1, 0.014) h));
    --wp-ink-off:     light-dark(oklch(from var(--wp-accent) 0.64 min(c * 0.1, 0.012) h), oklch(from var(--wp-accent) 0.53 min(c * 0.1, 0.012) h));

    /* ── the accent, where it carries text ─────────────────────────────────
     * fill: the brand as given where it can. Light brands (L ≥ 0.64) keep their colour and take dark text; the middle is
     * lowered to 0.53 and takes white. In the dark, very dark brands (L < 0.4) turn light, as ink would.
     * edge: the outline that gives a pale fill a 3:1 border. */
    --wp-accent-fill: light-dark(
      oklch(from var(--wp-accent) calc(min(l, 0.53) + (l - 0.53) * clamp(0, (l - 0.64) * 10000, 1)) c h),
      oklch(from var(--wp-accent) calc(0.53 + (l - 0.53) * clamp(0, (l - 0.64) * 10000, 1) + 0.31 * clamp(0, (0.4 - l) * 10000, 1)) c h));
    --wp-accent-fill-hover: oklch(from var(--wp-accent-fill) calc(l - 0.05 + 0.085 * clamp(0, (l - 0.6) * 10000, 1)) c h);
    --wp-accent-fill-press: oklch(from var(--wp-accent-fill) calc(l - 0.09 + 0.13 * clamp(0, (l - 0.6) * 10000, 1)) c h);
    --wp-on-accent:   oklch(from var(--wp-accent-fill) calc(1 - 0.82 * clamp(0, (l - 0.6) * 10000, 1)) calc(0.03 * clamp(0, (l - 0.6) * 10000, 1) * min(1, c * 12)) h);
    --wp-accent-edge: light-dark(oklch(from var(--wp-accent-fill) min(l, 0.6) c h), oklch(from var(--wp-accent-fill) max(l, 0.61) c h));

    /* ── meaning: fixed hues, never the only signal ────────────────────── */
    --wp-good:        light-dark(oklch(0.46 0.115 155), oklch(0.82 0.13 155));
    --wp-good-soft:   light-dark(oklch(0.962 0.026 155), oklch(0.27 0.04 155));
    --wp-good-line:   light-dark(oklch(0.84 0.07 155), oklch(0.41 0.06 155));
    --wp-warn:        light-dark(oklch(0.48 0.1 70), oklch(0.84 0.125 78));
    --wp-warn-soft:   light-dark(oklch(0.965 0.034 84), oklch(0.28 0.04 75));
    --wp-warn-line:   light-dark(oklch(0.85 0.09 80), oklch(0.43 0.07 75));
    --wp-bad:         light-dark(oklch(0.495 0.185 27), oklch(0.79 0.125 25));
    --wp-bad-soft:    light-dark(oklch(0.964 0.018 20), oklch(0.275 0.05 22));
    --wp-bad-line:    light-dark(oklch(0.85 0.075 22), oklch(0.44 0.09 22));
    --wp-mark:        light-dark(oklch(0.94 0.085 96), oklch(0.41 0.07 90)); /* highlighted match; the text in it stays ink */

    --wp-focus-inset: inset 0 0 0 2px var(--wp-focus);

    --wp-text-xs: calc(12px * var(--wp-scale));   --wp-lead-xs: calc(16px * var(--wp-scale));
    --wp-text-sm: calc(13px * var(--wp-scale));   --wp-lead-sm: calc(18px * var(--wp-scale));
    --wp-text-lg: calc(17px * var(--wp-scale));   --wp-lead-lg: calc(24px * var(--wp-scale));
    --wp-text-xl: calc(21px * var(--wp-scale));   --wp-lead-xl: calc(28px * var(--wp-scale));
    --wp-weight-mid: 500;
    --wp-measure: 68ch;

    --wp-4: 16px;  --wp-5: 20px;  --wp-6: 24px;

    --wp-radius-l: calc(var(--wp-radius) / 1.2857); /* cards, popovers: 14 */
    --wp-radius-full: 999px;
    --wp-hit: 44px;          /* what a finger gets */
    --wp-control: 40px;      /* a button or field under a mouse; 44 where (pointer: coarse) */

    --wp-lift-1: 0 1px 2px var(--wp-shade);
    --wp-lift-2: 0 0 0 1px var(--wp-rim), 0 2px 4px var(--wp-shade), 0 8px 20px -6px var(--wp-shade);

    --wp-fast: 90ms;         /* press, hover, tick */
  }

  @media (pointer: coarse) { :host { --wp-control: 44px; } }

  @media (prefers-reduced-motion: reduce) {
    :host { --wp-fast: 1ms; }
  }

  @media (forced-colors: active) {
    :host {
      --wp-ink-off: GrayText;  --wp-good: CanvasText;  --wp-warn: CanvasText;  --wp-bad: CanvasText;
      --wp-accent-fill: ButtonFace;  --wp-on-accent: ButtonText;  --wp-accent-edge: ButtonText;
      --wp-mark: Mark;
    }
  }
`,
]
