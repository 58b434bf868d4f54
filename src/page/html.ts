import { createHash } from 'node:crypto'

/** What the page without a server is made of. */
export interface PageParts {
  /** the page's script, its styles, and the reader's script */
  script: string
  style: string
  reader: string
  /** models and codebook, packed, compressed and in base64; left out where they lie beside the page */
  data?: string
}

/**
 * The page without a server, as HTML. Its content security policy names its own script and style by their hashes and
 * allows no connection: nothing that is read in it can leave it. With `data` left out, it takes `page.js`, `page.css`,
 * `reader.js`, `models/` and `codebook/` from its own folder, and nothing else.
 */
export function pageHtml({ script, style, reader, data }: PageParts): string {
  return data === undefined ? besideHtml() : singleHtml(inScript(script), style, inScript(reader), data)
}

function singleHtml(script: string, style: string, reader: string, data: string): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(script)}' 'wasm-unsafe-eval'`,
    `style-src 'sha256-${hashOf(style)}'`,
    'worker-src blob:',
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return `${head(policy)}
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<script type="text/plain" id="reader-code">${reader}</script>
<script type="text/plain" id="reader-data">${data}</script>
<script>${script}</script>
</body>
</html>
`
}

function besideHtml(): string {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "worker-src 'self'",
    'img-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return `${head(policy)}
<link rel="stylesheet" href="page.css">
</head>
<body>
<div id="page"></div>
<script src="page.js"></script>
</body>
</html>
`
}

const head = (policy: readonly string[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>onrecord: read here</title>
<link rel="icon" href="data:,">`

/** A script that can stand in a script element: what would end the element is written otherwise. */
const inScript = (code: string): string => code.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64')
