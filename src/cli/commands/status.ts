import { Command } from 'commander'
import { openDesk } from '../../desk/open.ts'
import { type DeskStatus, statusOf } from '../../desk/status.ts'
import { deskCommands } from '../lazy.ts'
import { writeOut } from '../output.ts'
import { printable } from '../show/printable.ts'

/** `onrecord status`: what a desk holds, how it was read, and what is left to do. */
export function statusCommand(): Command {
  return new Command('status')
    .description(deskCommands.status)
    .requiredOption('--desk <file>', 'the desk')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  onrecord status --desk border.db')
    .action(async ({ desk: file, json }: { desk: string; json?: boolean }) => {
      const desk = openDesk(file, { readonly: true })
      try {
        const status = statusOf(desk)
        await writeOut(json ? `${JSON.stringify(status, null, 2)}\n` : printable(sayStatus(status)))
      } finally {
        desk.close()
      }
    })
}

function sayStatus(status: DeskStatus): string {
  const { file, size, texts, reports, copies, languages, rows, readers, failed, refused, lost } = status
  const times = texts > 0 ? `, ${(size / texts).toFixed(1)} times its texts` : ''
  const lines = [
    `${file}: ${(size / 1e6).toFixed(1)} MB${times}`,
    `reports: ${reports.map(({ state, count }) => `${count} ${state}`).join(', ') || 'none'}${copies > 0 ? `; ${copies} near copies` : ''}`,
    `languages: ${languages.map(({ value, count }) => `${value} ${count}`).join(', ')}`,
    `rows: ${Object.entries(rows)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
    ...readers.map(
      ({ version, codebook, reports: all, newest }) =>
        `read by ${version} (codebook ${codebook}): ${all} reports, the newest reading of ${newest}`,
    ),
  ]
  if (failed.length > 0) {
    lines.push('the reader broke on:', ...failed.map(({ report, code, message }) => `  ${report}: ${code}: ${message}`))
    lines.push(`try again: onrecord add --again --desk ${file}`)
  }
  if (refused.length > 0) {
    lines.push(
      'not taken:',
      ...refused.map(({ from, member, code, message }) => `  ${from}${member && `:${member}`}: ${code}: ${message}`),
    )
    lines.push(`mend them, and try again: onrecord add SOURCE --desk ${file}`)
  }
  if (lost.length > 0)
    lines.push('decided rows that the newest reading no longer has:', ...lost.map((key) => `  ${key}`))
  return `${lines.join('\n')}\n`
}
