/** Something the operator can mend: told in its own words, without a stack. */
export class CliError extends Error {
  override readonly name = 'CliError'
}
