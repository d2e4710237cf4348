import { minify } from '@swc/core'
import type { Plugin } from 'vite'

/**
 * Makes what browsers fetch 1.5 % smaller than the bundler's own minifier does, which must be off:
 * `minify: false`.
 */
export function minifyBySwc(environments?: readonly string[]): Plugin {
  return {
    name: 'minify-by-swc',
    applyToEnvironment: ({ name }) => environments?.includes(name) ?? true,
    async renderChunk(source, { fileName }, { format }) {
      const { code, map = '' } = await minify(source, {
        module: format === 'es',
        sourceMap: true,
        compress: { passes: 3, ecma: 2022, toplevel: true },
        mangle: { toplevel: true },
        ecma: 2022,
        format: { comments: false },
      })
      if (!code) throw new Error(`Nothing is left of ${fileName}`)
      return { code, map }
    },
  }
}
