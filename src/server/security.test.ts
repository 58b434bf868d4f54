import { expect, test } from 'vitest'
import { askExamples } from './fixture.ts'
import { isToken } from './security.ts'

const { app, get } = await askExamples()

test('every answer has the headers that keep a browser from being misused', async () => {
  for (const path of ['/api/status', '/', '/api/nothing']) {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
  expect((await get('/api/statements')).headers.get('cache-control')).toBe('no-store')
})

test('another name is refused, unless it was named', async () => {
  const ask = async (asked: typeof app, host: string) =>
    (await asked.request(`http://${host}/api/status`, { headers: { host } })).status
  expect(await ask(app, 'desk.example')).toBe(421)
  expect(await ask(app, '10.0.0.5')).toBe(421)
  const named = await askExamples({ hosts: ['desk.example'], listens: '0.0.0.0', token: 'secret' })
  expect(await ask(named.app, 'desk.example')).toBe(401)
  expect(await ask(named.app, '10.0.0.5')).toBe(401)
  expect(await ask(named.app, 'other.example')).toBe(421)
  const unnamed = await askExamples({ listens: '0.0.0.0', token: 'secret' })
  expect(await ask(unnamed.app, 'other.example')).toBe(421)
})

test('with a token, nothing is answered without it', async () => {
  const { get } = await askExamples({ token: 'secret' })
  const refused = await get('/api/status')
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  expect((await get('/')).status).toBe(401)
  expect((await get('/api/status?token=wrong')).status).toBe(401)
  expect((await get('/api/status', { authorization: 'Bearer wrong' })).status).toBe(401)
  expect((await get('/api/status', { authorization: 'Bearer secret' })).status).toBe(200)
  const opened = await get('/api/status?token=secret')
  expect(opened.status).toBe(200)
  const cookie = opened.headers.get('set-cookie') as string
  expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/)
  expect((await get('/api/status', { cookie: cookie.split(';')[0] })).status).toBe(200)
})

test.each([
  ['/?token=secret', '/'],
  ['/timeline?status=denied&token=secret', '/timeline?status=denied'],
  ['/api/statements.csv?token=secret&words=%22the+port%22', '/api/statements.csv?words=%22the+port%22'],
  ['//elsewhere.example/?token=secret', '/elsewhere.example/'],
  ['/\\elsewhere.example/?token=secret', '/elsewhere.example/'],
])('a browser that opens %s goes on to %s', async (path, location) => {
  const { get } = await askExamples({ token: 'secret' })
  const answer = await get(path, { accept: 'text/html,*/*;q=0.8' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, location])
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/)
})

test('a decision that a page of another server sends is refused', async () => {
  const decide = async (headers: { [name: string]: string }) =>
    (
      await app.request('http://localhost/api/decisions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', host: 'localhost:4040', ...headers },
        body: '{"decisions":[]}',
      })
    ).status
  expect(await decide({})).toBe(200)
  expect(await decide({ origin: 'http://localhost:4040' })).toBe(200)
  for (const origin of ['http://localhost:9999', 'https://elsewhere.example', 'null', 'file://'])
    expect(await decide({ origin }), origin).toBe(403)
  expect(await decide({ 'content-type': 'application/json-patch+json' })).toBe(415)
})

test.each([
  ['s3cret-0', true],
  [' ', false],
  ['', false],
  ['é', false],
  ['two words', false],
])('%j can be a token: %j', (token, expected) => {
  expect(isToken(token)).toBe(expected)
})
