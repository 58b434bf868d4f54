import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { pino } from 'pino'
import { type OpenedDesk, openDesk } from '../../desk/open.ts'
import { unreadable } from '../../intake/source.ts'
import { checkedOverlay } from '../../open-overlay.ts'
import { Failure } from '../../record/failure.ts'
import { isLoopback } from '../../server/hosts.ts'
import { type Person, peopleOf } from '../../server/people.ts'
import { isToken } from '../../server/security.ts'
import { serveDesk } from '../../server/serve.ts'
import { deskCommands } from '../lazy.ts'
import { openBrowser } from '../open-browser.ts'
import { codebookOption } from '../options.ts'
import { remark, writeOut } from '../output.ts'

interface ServeOptions {
  desk: string
  port: string
  host: string
  name: string[]
  cors: string[]
  token?: string
  tokenFile?: string
  people?: string
  log?: string
  open?: boolean
  codebook?: string
}

const HELP = `
The page opens at the address that is printed; the API is described at /api/openapi.json and in docs/api.md. Only this machine is answered
unless --host says otherwise; then a token is needed, which is made and printed where none is given, and the server is called by its
address or by a name that --name adds. With --people each person opens the page once with ?token=THEIR-TOKEN, and decides under their own name.

Examples:
  onrecord serve --desk border.db
  onrecord serve --desk border.db --host 0.0.0.0 --port 8000 --name desk.example
  onrecord serve --desk border.db --host 0.0.0.0 --people people.tsv`

/** The desk; one that cannot be written is served to be read. */
function openHere(file: string): OpenedDesk {
  try {
    return openDesk(file)
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'desk-readonly')) throw error
    const desk = openDesk(file, { readonly: true })
    remark(`onrecord: ${file} cannot be written: it is only read here, and no decision is taken down`)
    return desk
  }
}

/** The token that was given: on the command line, in a file, or in the environment, where other users of the machine do not see it. */
function givenToken(token: string | undefined, file: string | undefined): string | undefined {
  const given = token ?? (file === undefined ? process.env['ONRECORD_TOKEN'] : tokenIn(file))
  if (given === undefined || isToken(given)) return given
  throw new Failure(
    'bad-argument',
    'a token is one word of printable ASCII characters, such as openssl rand -base64 24 gives',
  )
}

const tokenIn = (file: string): string => textOf(file).trim()

/** The people of a file; who else can read it can decide in their names. */
function peopleIn(file: string | undefined): Person[] | undefined {
  return file === undefined ? undefined : peopleOf(textOf(file), file)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw unreadable(file, error as NodeJS.ErrnoException)
  }
}

/** An origin as browsers send it. */
function originOf(text: string): string {
  if (text === '*') return text
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new Failure('bad-argument', `--cors takes an origin, such as https://observablehq.com, or *, not '${text}'`)
}

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
    .option('--token-file <file>', 'a file that holds the token; so does the variable ONRECORD_TOKEN')
    .option('--people <file>', 'a file with a name and a token on each line: who decides is told by the token')
    .option(
      '--cors <origin>',
      "an origin whose pages may ask the API, such as https://observablehq.com, or '*'; may be given again",
      (origin, origins: string[]) => [...origins, originOf(origin)],
      [],
    )
    .addOption(codebookOption())
    .option('--open', 'open the page in the browser, where a person is at the terminal')
    .option('--log <level>', 'what to log on standard error: debug, info, warn, error', 'warn')
    .addHelpText('after', HELP)
    .action(serve)
}

async function serve({
  desk: file,
  port,
  host,
  name,
  cors,
  token,
  tokenFile,
  people: peopleFile,
  log,
  open,
  codebook,
}: ServeOptions): Promise<void> {
  const number = Number(port)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Failure('bad-argument', `--port takes a number from 0 to 65535, not '${port}'`)
  const people = peopleIn(peopleFile)
  const secret =
    givenToken(token, tokenFile) ?? (isLoopback(host) || people ? undefined : randomBytes(24).toString('base64url'))
  const logger = pino({ level: log, base: null }, pino.destination(2))
  const overlay = await checkedOverlay(codebook)
  const serving = await serveDesk(openHere(file), {
    host,
    port: number,
    token: secret,
    people,
    hosts: name,
    cors,
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
