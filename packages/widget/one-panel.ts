import type { Plugin, Rolldown } from 'vite'

type NameOfChunk = Exclude<Rolldown.CodeSplittingGroup['name'], string>

/**
 * Keeps all that an entry needs in its one file, and whatever else needs of it takes it from there: a
 * file that several share would be one more round trip before anything opens. By name, with their
 * files; what opens first comes first.
 */
export function groupsOf(entries: Readonly<Record<string, string>>): Rolldown.CodeSplittingGroup[] {
  return Object.entries(entries).map(([name, entry], index) => ({
    name: fileOf(name, entry),
    debugName: name,
    priority: 9 - index,
  }))
}

function fileOf(name: string, entry: string): NameOfChunk {
  let needed: Set<string> | undefined

  return (id, context) => {
    needed ??= everythingBelow(entry)
    return needed.has(id) ? name : null

    function everythingBelow(id: string, found = new Set<string>()): Set<string> {
      if (found.has(id)) return found
      found.add(id)
      const { importedIds = [] } = context.getModuleInfo(id) ?? {}
      for (const imported of importedIds) everythingBelow(imported, found)
      return found
    }
  }
}

/** What both searches need and the panel does not. */
const OF_SEARCH =
  /[/]src[/](features[/]search[/].+|foundation[/](walk-list|messages[/]en-search))[.]ts$/

/** Gives the element that searches a search of its own: of the panel's it would make two files. */
export function searchApart(): Plugin {
  return {
    name: 'search-apart',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer, options) {
      const isOfElement = importer && /waypost-search[.]ts$|[?]apart$/.test(importer)
      if (!isOfElement || !source.startsWith('.')) return undefined
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return found && OF_SEARCH.test(found.id) ? { ...found, id: `${found.id}?apart` } : found
    },
  }
}
