/** The end of the script's own address: of the current build, of one that a page keeps to, or alone. */
const SCRIPT = /(\/assets\/\w{12})?\/?(waypost([.]single)?[.]js.*)?$/

/** The server of an address that may be that of the script, which the tag gives for it. */
export const serverOf = (address: string): string => address.replace(SCRIPT, '')
