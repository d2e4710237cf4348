/**
 * A locale's name in itself, as a reader would look for it. What a tag says beyond language, script,
 * region and variants has no name: to ask for it throws (https://tc39.es/ecma402/#sec-isvaliddisplaynamescode).
 */
export function nameOfLocale(tag: string): string {
  const { baseName } = new Intl.Locale(tag)
  return new Intl.DisplayNames([tag], { type: 'language' }).of(baseName) ?? tag
}
