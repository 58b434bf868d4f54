import { randomBytes } from 'node:crypto'
import { Command } from 'commander'
import { pino } from 'pino'
import { openDesk } from '../../desk/open.ts'
import { checkedOverlay } from '../../open-overlay.ts'
import { Failure } from '../../record/failure.ts'
import { isLoopback } from '../../server/hosts.ts'
import { serveDesk } from '../../server/serve.ts'
import { deskCommands } from '../lazy.ts'
import { openBrowser } from '../open-browser.ts'
import { codebookOption } from '../options.ts'
import { writeOut } from '../output.ts'

interface ServeOptions {
  desk: string
  port: string
  host: string
  name: string[]
  token?: string
  log?: string
  open?: boolean
  codebook?: string
}

const HELP = `
The page opens at the address that is printed; the API is described at /api/openapi.json and in docs/api.md. Only this machine is answered
unless --host says otherwise; then a token is needed, which is made and printed where none is given, and the server is called by its
address or by a name that --name adds.

Examples:
  onrecord serve --desk border.db
  onrecord serve --desk border.db --host 0.0.0.0 --port 8000 --name desk.example`

/** `onrecord serve`: the page and the API over a desk. */
export function serveCommand(): Command {
  return new Command('serve')
    .description(deskCommands.serve)
    .requiredOption('--desk <file>', 'the desk')
    .option('--port <n>', 'where to listen; 0 for any that is free', '4040')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option(
      '--name <host>',
      'a name that the server may be called by; may be given again',
      (name, names: string[]) => [...names, name],
      [],
    )
    .option('--token <token>', 'what requests must know where others than this machine are answered')
    .addOption(codebookOption())
    .option('--open', 'open the page in the browser, where a person is at the terminal')
    .option('--log <level>', 'what to log on standard error: debug, info, warn, error', 'warn')
    .addHelpText('after', HELP)
    .action(serve)
}

async function serve({ desk: file, port, host, name, token, log, open, codebook }: ServeOptions): Promise<void> {
  const number = Number(port)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Failure('bad-argument', `--port takes a number from 0 to 65535, not '${port}'`)
  const secret = token ?? (isLoopback(host) ? undefined : randomBytes(24).toString('base64url'))
  const logger = pino({ level: log, base: null }, pino.destination(2))
  const overlay = await checkedOverlay(codebook)
  const serving = await serveDesk(openDesk(file), {
    host,
    port: number,
    token: secret,
    hosts: name,
    overlay,
    fault: (error) => logger.error(error),
    log: (line) => logger[line.status >= 500 ? 'error' : 'info'](line),
  })
  const address = `${serving.url}${secret === undefined ? '' : `?token=${encodeURIComponent(secret)}`}`
  await writeOut(`${address}\n`)
  if (open && process.stdout.isTTY) openBrowser(address)
  const stop = () => void serving.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
