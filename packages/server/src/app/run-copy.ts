import { copyWhole } from '../adapters/storage/copy-whole.js'
import type { Sums, WholeSource, WholeTarget } from '../adapters/storage/whole-storage.js'
import { CliError } from './cli-error.js'
import type { CommandContext } from './commands/command.js'
import { createProgress } from './progress.js'
import { stopSignal } from './stop-signal.js'

export interface RunCopyDeps extends Pick<CommandContext, 'out' | 'err'> {
  openSource(): Promise<WholeSource>
  openTarget(): Promise<WholeTarget>
  /** What is told when somebody stops it. */
  onStop: string
}

/** Copies one storage into another, with a bar, and ends with a table of what is the same in both. */
export async function runCopy({ openSource, openTarget, onStop, out, err }: RunCopyDeps) {
  const stop = new AbortController()
  void stopSignal().then(() => stop.abort(new CliError(onStop)))
  const source = await openSource()
  try {
    const target = await openTarget()
    try {
      const bars = {
        copy: bar('Copying'),
        seal: bar('Making indexes'),
        compare: bar('Reading back'),
      }
      const sums = await copyWhole(source, target, {
        signal: stop.signal,
        onProgress: (step, done, total) => bars[step](done, total),
      })
      out.write(tableOf(sums))
      const names = { from: source.name, to: target.name }
      return { names, hasKeys: source.keys !== undefined }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }

  function bar(label: string) {
    let progress: ReturnType<typeof createProgress> | undefined
    return (done: number, total: number) => {
      progress ??= createProgress(err, label, total)
      progress.update(done)
    }
  }
}

function tableOf(sums: Sums): string {
  const rows = [['collection', 'records', 'checksum']]
  for (const [name, { records, checksum }] of sums) rows.push([name, String(records), checksum])
  const lines = rows.map(
    ([name = '', records = '', checksum = '']) =>
      `  ${name.padEnd(12)} ${records.padStart(9)}  ${checksum}\n`,
  )
  return `${lines.join('')}Each record was read back and is the same.\n`
}
