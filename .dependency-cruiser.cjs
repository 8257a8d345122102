// Which package may import which: the table in packages/boundaries.json, checked over the sources by `npm test`.
const allowed = require('./packages/boundaries.json')

const boundaries = Object.entries(allowed).map(([name, imports]) => ({
  name: `boundary-of-${name}`,
  severity: 'error',
  comment: `packages/${name} may import ${imports.length === 0 ? 'no other package of ours' : imports.join(', ')}`,
  from: { path: `^packages/${name}/` },
  to: { path: '^packages/', pathNot: `^packages/(${[name, ...imports].join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...boundaries,
    {
      name: 'package-by-name',
      severity: 'error',
      comment: 'another package is imported by its name, not by a path into it',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'declared',
      severity: 'error',
      comment: 'what a package imports stands among the dependencies in its own package.json',
      from: { path: '^packages/[^/]+/src/', pathNot: ['[.]test[.]ts$', '/testing/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'] },
    },
    {
      name: 'pure',
      severity: 'error',
      comment: 'only the command line touches files, terminals and processes',
      from: { path: '^packages/', pathNot: ['^packages/cli/', '[.]test[.]ts$', '/test/', '/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['plumbline-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}
