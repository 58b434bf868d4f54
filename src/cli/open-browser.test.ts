import { expect, test } from 'vitest'
import { openerOf } from './open-browser.ts'

test.each([
  ['linux', ['xdg-open', 'http://127.0.0.1:4040/']],
  ['freebsd', ['xdg-open', 'http://127.0.0.1:4040/']],
  ['darwin', ['open', 'http://127.0.0.1:4040/']],
  ['win32', ['rundll32', 'url.dll,FileProtocolHandler', 'http://127.0.0.1:4040/']],
])('on %s', (platform, command) => expect(openerOf(platform, 'http://127.0.0.1:4040/')).toEqual(command))
