import { Command, Option } from 'commander'
import { agreementIn } from '../../desk/coding/agreement-in.ts'
import { type JudgedOf, judgedOf, rightOf } from '../../desk/coding/right-of.ts'
import { scoreDesk } from '../../desk/coding/score-desk.ts'
import { openDesk } from '../../desk/open.ts'
import { deskCommands } from '../lazy.ts'
import { remark, writeOut } from '../output.ts'
import { readGold } from '../read-gold.ts'
import { printable } from '../show/printable.ts'
import { sayAgreement, sayRightness, sayScore } from '../show/score.ts'

const HELP = `
Gold is what people marked: a JSONL file of records (as onrecord read --jsonl writes them, mended by people), or a folder of brat (.txt and .ann). The desk's readings are compared with it as
the machine wrote them. Without gold the command says what the desk's own decisions tell: how often rows are right, from those drawn by lot, and how far people agree.
All intervals are of 95 %.

Examples:
  onrecord score --desk border.db
  onrecord score gold.jsonl --desk border.db
  onrecord score annotated/ --desk border.db --json`

/** `onrecord score`: how right a desk is. */
export function scoreCommand(): Command {
  return new Command('score')
    .description(deskCommands.score)
    .argument('[gold...]', 'JSONL files of records, or folders of brat')
    .requiredOption('--desk <file>', 'the desk')
    .addOption(
      new Option('--of <which>', 'which decisions count: on rows that were drawn by lot, or all')
        .choices(judgedOf)
        .default('random'),
    )
    .option('--json', 'as JSON')
    .addHelpText('after', HELP)
    .action(score)
}

async function score(
  files: string[],
  { desk: file, of, json }: { desk: string; of: JudgedOf; json?: boolean },
): Promise<void> {
  const gold = files.flatMap(readGold)
  const desk = openDesk(file, { readonly: true })
  try {
    const scored = files.length > 0 ? scoreDesk(desk, gold) : undefined
    const right = rightOf(desk, of)
    const agreement = agreementIn(desk)
    if (scored && scored.missing.length > 0)
      remark(
        `onrecord: ${scored.missing.length} reports of the gold are not in ${file}: ${scored.missing.slice(0, 5).join(', ')}`,
      )
    const text = json
      ? JSON.stringify({ ...(scored && { gold: scored }), right, agreement }, null, 2)
      : printable([...(scored ? sayScore(scored) : []), ...sayRightness(right), ...sayAgreement(agreement)].join('\n'))
    await writeOut(`${text}\n`)
  } finally {
    desk.close()
  }
}
