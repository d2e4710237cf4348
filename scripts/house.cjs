// The floors of each package from the ground up; rooms on the same floor are joined with `|`.
module.exports = {
  'packages/sdk/src': [
    'contract',
    'client|education|identity|service-worker',
    'embed',
    'index',
    'react',
  ],
  'packages/server/src': ['foundation', 'domain', 'adapters|http|messages', 'app', 'testing'],
  'packages/widget/src': ['foundation', 'ui', 'features|opening|tours', 'shell', 'entries'],
}
