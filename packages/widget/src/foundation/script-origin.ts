/** The server that this script is from, where it is one of ours, and its build. */
const [, address = '', id = 'latest'] = /^(.*)\/assets\/(\w{12})\//.exec(import.meta.url) ?? []

export const home = address
export const build = id
