// The floors of the house. A module may import from floors below it, never from above.
const FLOORS = require('./house.cjs')

/** What the server's inner floors may not know: packages, and the parts of Node that do something. */
const NODE = 'assert|buffer|crypto|events|fs|http|net|os|path|process|stream|timers|url|util'
const LIBRARY = `node_modules/|^(node:)?(${NODE})(/|$)`

const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

const stayBelow = Object.entries(FLOORS).flatMap(([root, floors]) =>
  floors.slice(0, -1).map((floor, level) => {
    const above = floors.slice(level + 1).join('|')
    return forbid(
      `${floor} may not import ${above}`,
      { path: `^${root}/(${floor})(/|[.]tsx?$)` },
      { path: `^${root}/(${above})(/|[.]tsx?$)` },
    )
  }),
)

/** Rooms on one floor talk through the floor below (contract, events), never to each other. */
const keepApart = (folder) =>
  forbid(
    `${folder}/* may not import each other`,
    { path: `^${folder}/([^/]+)/` },
    { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/$1/` },
  )

/** Rules that hold at run time only: a type that is imported costs and reaches nothing. */
const ofValues = { dependencyTypesNot: ['type-only'] }
const PLAIN = '^packages/sdk/src/contract/(routes|errors)[.]ts$'

module.exports = {
  forbidden: [
    forbid('no cycles', {}, { circular: true }),
    forbid('every import leads somewhere', {}, { couldNotResolve: true }),
    ...stayBelow,
    keepApart('packages/sdk/src(?=/(client|education|identity|service-worker)/)'),
    keepApart('packages/server/src/domain'),
    forbid(
      'packages/server/src/adapters/* may not import each other',
      { path: '^packages/server/src/adapters/([^/]+)/' },
      // What knows languages serves whoever looks for words.
      {
        path: '^packages/server/src/adapters/[^/]+/',
        pathNot: '^packages/server/src/adapters/($1|search/analysis)/',
      },
    ),
    keepApart('packages/server/src/adapters/storage'),
    keepApart('packages/widget/src/features'),
    keepApart('packages/widget/src(?=/(features|opening|tours)/)'),
    forbid(
      'http and adapters meet only in app',
      { path: '^packages/server/src/(http|adapters)/' },
      { path: '^packages/server/src/(http|adapters)/', pathNot: '^packages/server/src/$1/' },
    ),
    forbid(
      'domain knows no library',
      { path: '^packages/server/src/(domain|foundation)/' },
      { path: LIBRARY },
    ),
    forbid(
      'sdk knows no other package',
      { path: '^packages/sdk/' },
      { path: '^packages/(widget|server)/' },
    ),
    forbid(
      'widget and server are strangers',
      { path: '^packages/(widget|server)/' },
      { path: '^packages/(widget|server)/', pathNot: '^packages/$1/' },
    ),
    forbid(
      'server takes only contract, identity and education from sdk',
      // Its testing floor speaks to the server as a client does.
      { path: '^packages/server/src/(?!testing/)' },
      { path: '^packages/sdk/src/(?!contract/|identity/|education/)' },
    ),
    forbid(
      'secrets stay out of the browser',
      { path: '^packages/widget/' },
      { path: '^packages/sdk/src/identity/' },
    ),
    forbid(
      'client takes values only from routes and errors',
      { path: '^packages/sdk/src/client/' },
      { path: '^packages/sdk/src/contract/', pathNot: PLAIN, ...ofValues },
    ),
    forbid('client knows no library', { path: '^packages/sdk/src/client/' }, { path: LIBRARY }),
    forbid('routes and errors stand alone', { path: PLAIN }, ofValues),
    forbid('the embed script ships alone', { path: '^packages/sdk/src/embed/' }, { path: LIBRARY }),
    forbid(
      'the embed script fetches its controller, and the client with it',
      { path: '^packages/sdk/src/embed/(?!(controller|diagnose|education|live|outbox|realtime)/)' },
      {
        path: '^packages/sdk/src/(?!embed/(?!(controller|diagnose|education|live|outbox|realtime)/))',
        ...ofValues,
      },
    ),
  ],
  options: {
    exclude: { path: '[.]test[.]tsx?$' },
    tsPreCompilationDeps: true, // type imports count too
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@waypost/source', 'import', 'default', 'types'],
    },
  },
}
