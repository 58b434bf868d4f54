import { Command } from 'commander'
import { pageFolder, singlePage } from '../../page/write.ts'
import { codebookOption } from '../options.ts'
import { remark, writeOut } from '../output.ts'

const HELP = `
The page reads reports that are pasted or dropped, and shows what is on record. The reader, its models and its codebook
are part of it: it works without a server and without a network, and nothing that is read in it leaves it.

Without --out it is one HTML file (about 15 MB) that can be kept, sent and opened as it is. A folder is smaller to load
and is for web servers: it holds plain files.

Examples:
  onrecord page > onrecord.html
  onrecord page --out public/onrecord`

/** `onrecord page`: writes the page that reads without a server. */
export function pageCommand(): Command {
  return new Command('page')
    .description('write a page that reads reports in the browser, without a server')
    .addOption(codebookOption())
    .option('--out <folder>', 'write a folder for a web server instead of one file')
    .addHelpText('after', HELP)
    .action(page)
}

async function page({ out, codebook }: { out?: string; codebook?: string }): Promise<void> {
  if (out === undefined) return writeOut(await singlePage(codebook))
  await pageFolder(out, codebook)
  remark(`onrecord: the page is in ${out}; let a web server serve it`)
}
