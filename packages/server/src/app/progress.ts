/** A bar that redraws itself on a terminal, and says a tenth at a time anywhere else. */
export function createProgress(out: NodeJS.WriteStream, label: string, total: number) {
  let told = -1
  return {
    update(done: number): void {
      const share = total === 0 ? 1 : Math.min(1, done / total)
      const step = Math.floor(share * (out.isTTY ? 100 : 10))
      if (step === told) return
      told = step
      if (!out.isTTY) {
        out.write(`${label} ${step * 10}% (${done} of ${total})\n`)
        return
      }
      const full = Math.round(share * 24)
      const bar = '█'.repeat(full) + '░'.repeat(24 - full)
      out.write(`\r${label} ${bar} ${done}/${total}${share === 1 ? '\n' : ''}`)
    },
  }
}
