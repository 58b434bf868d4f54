import type { OpenAPIHono } from '@hono/zod-openapi'
import { exampleDesk } from '../desk/fixture.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { sharedReader } from '../fixture.ts'
import { type AppOptions, createApp } from './app.ts'

/** A server's application, asked without a network. */
export interface AskedServer {
  desk: OpenedDesk
  app: OpenAPIHono
  get(path: string, headers?: { [name: string]: string }): Promise<Response>
  post(path: string, body: unknown, type?: string): Promise<Response>
}

/** The server's application on a desk of the example reports, with parts of the desk in the place of its own. */
export async function askExamples(options: AppOptions = {}, broken: Partial<OpenedDesk> = {}): Promise<AskedServer> {
  const desk = { ...(await exampleDesk()), ...broken }
  const reader = sharedReader
  const read = async (report: Parameters<Awaited<typeof reader>['read']>[0]) =>
    JSON.stringify((await reader).read(report))
  const app = createApp({ desk, reader: () => reader, read, check: async () => (await reader).check }, options)
  return {
    desk,
    app,
    get: async (path, headers = {}) => app.request(`http://localhost${path}`, { headers }),
    post: async (path, body, type = 'application/json') =>
      app.request(`http://localhost${path}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}
