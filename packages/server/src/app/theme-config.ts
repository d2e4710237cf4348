import * as v from 'valibot'

/** A CSS colour, as far as its shape tells: `#0b7a75`, `teal`, `oklch(0.6 0.1 190)`. */
const colour = v.pipe(
  v.string(),
  v.regex(/^(#[\da-f]{3,8}|[a-z]{3,30}|[a-z-]{3,9}\([\w\s.,%/+-]{1,40}\))$/i),
)

/** One CSS length: `0`, `18px`, `0.5rem`. */
const length = v.pipe(v.string(), v.regex(/^(0|\d{1,4}(\.\d{1,4})?(px|r?em|pt|ch|ex|v[wh]))$/i))

/** An image: an address of the web, or a path on the server itself. */
const image = v.pipe(
  v.string(),
  v.maxLength(2048),
  v.check((text) => /^(https?:\/)?\/[^/\\]/.test(text) && URL.canParse(text, 'https://a.example')),
)

/** How launcher, panel and help centre look. */
export const ThemeConfigSchema = v.strictObject({
  accent: v.optional(v.nullable(colour), null),
  font: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[^;{}<>\\]{1,300}$/))), null),
  radius: v.optional(v.nullable(length), null),
  logo: v.optional(v.nullable(image), null),
})
