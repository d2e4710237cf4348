import { type ESTree, type Plugin, parseSync, Visitor } from 'vite'

/**
 * Pours a function that is called once into the place where it is called, as every pair of walls costs
 * the script of each page some twenty bytes. What goes in and out has the same name on either side:
 * `const [element] = createLauncher(options)` of a function that takes `options` and gives `element`.
 */
export function withoutWalls(names: readonly string[]): Plugin {
  return {
    name: 'without-walls',
    applyToEnvironment: (environment) => environment.name === 'script',
    renderChunk: (code) => names.reduce(pour, code),
  }
}

function pour(code: string, name: string): string {
  const fail = (why: string): never => {
    throw new Error(`${name}() cannot be poured into its caller: ${why}`)
  }
  const text = ({ start, end }: ESTree.Span) => code.slice(start, end)
  let made: ESTree.Function | undefined
  let called: { place: ESTree.VariableDeclaration; args: string[]; wanted: string[] } | undefined
  const visitor = new Visitor({
    FunctionDeclaration(node) {
      if (node.id?.name === name) made = node
    },
    VariableDeclaration(node) {
      const [{ id, init }] = node.declarations as [ESTree.VariableDeclarator]
      if (init?.type !== 'CallExpression' || text(init.callee) !== name) return
      if (called) fail('it is called twice')
      const wanted = text(id).slice(1, -1).split(/,\s*/)
      called = { place: node, args: init.arguments.map(text), wanted }
    },
  })
  visitor.visit(parseSync('chunk.js', code).program)
  if (!made?.body || !called) return fail('it or its call is missing')

  const { place, args, wanted } = called
  const defaults = made.params.map((param, index) => {
    const [own, usual] = text(param).split(' = ')
    const value = args[index] ?? usual
    return own === value ? '' : `const ${own} = ${value};\n`
  })
  const last = made.body.body.at(-1) as ESTree.Statement
  const given = last.type === 'ReturnStatement' ? text(last).match(/\w+/g)?.slice(1) : undefined
  if (wanted.some((one, index) => one !== given?.[index])) fail(`${given} is what it gives`)
  const body = defaults.join('') + code.slice(made.body.start + 1, last.start)
  const [first, second] = [
    { ...place, by: body },
    { start: made.start, end: made.end, by: '' },
  ].sort((a, b) => a.start - b.start) as [Change, Change]
  return [
    code.slice(0, first.start),
    first.by,
    code.slice(first.end, second.start),
    second.by,
    code.slice(second.end),
  ].join('')
}

type Change = ESTree.Span & { by: string }
