import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createConnection, createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** Where Debian puts it is on nobody's path but root's. */
const PLACES = [process.env.ONRECORD_NATS_SERVER, 'nats-server', '/usr/sbin/nats-server', '/usr/local/bin/nats-server']

/** The program nats-server, where it is there. */
export const natsServer = PLACES.find((place) => place && spawnSync(place, ['--version']).status === 0)

/** A server of one's own, with JetStream, that can be ended and started again with what it kept. */
export interface TestServer {
  url: string
  start(): Promise<void>
  /** @param signal SIGKILL: as a machine that is lost */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export async function testServer(folder: string, more: readonly string[] = []): Promise<TestServer> {
  const port = await freePort()
  let server: ChildProcess | undefined
  return {
    url: `nats://127.0.0.1:${port}`,
    async start() {
      server = spawn(natsServer as string, ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder, ...more], {
        stdio: 'ignore',
      })
      for (let tries = 0; !(await answers(port)); tries++) {
        if (tries > 200) throw new Error('nats-server does not answer')
        await delay(50)
      }
    },
    async stop(signal = 'SIGTERM') {
      const ended = server && once(server, 'exit')
      server?.kill(signal)
      await ended
      server = undefined
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('close', () => socket.destroy())
    socket.once('connect', () => socket.end())
  })
}
