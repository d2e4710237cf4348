/** Under which key an address is looked up on a site: letters count alike, large or small. */
export const emailKey = (site: string, email: string): string =>
  JSON.stringify([site, email.trim().toLowerCase()])
