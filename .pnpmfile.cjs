/** What a package says of itself to those who install it, and nothing of how it is made here. */
function beforePacking({ scripts, devDependencies, ...manifest }) {
  return { ...manifest, exports: withoutSources(manifest.exports) }
}

/** Sources stay in the workspace, so their condition would lead nowhere. */
function withoutSources(exports) {
  const entries = Object.entries(exports).map(([entry, target]) => {
    if (typeof target === 'string') return [entry, target]
    const { '@waypost/source': source, ...conditions } = target
    return [entry, conditions]
  })
  return Object.fromEntries(entries)
}

module.exports = { hooks: { beforePacking } }
