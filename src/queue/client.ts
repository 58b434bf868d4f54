import { Failure } from '../record/failure.ts'

/**
 * What is used of the NATS client, as its packages have it. The packages are optional: they are loaded with the first command that needs them, and
 * the project compiles without them.
 */
export interface Message {
  readonly subject: string
  readonly data: Uint8Array
  readonly headers?: Headers
  readonly seq: number
  readonly info: { readonly deliveryCount: number; readonly pending: number }
  ack(): void
  nak(millis?: number): void
  working(): void
}

export interface Headers {
  get(name: string): string
  set(name: string, value: string): void
}

/** Messages as they come; `stop` ends the asking. */
export interface Messages extends AsyncIterable<Message> {
  stop(): void
}

export interface Consumer {
  fetch(options: { max_messages: number; expires: number }): Promise<Messages>
  info(): Promise<{ num_pending: number; num_ack_pending: number }>
}

export interface PublishOptions {
  headers?: Headers
  timeout?: number
  expect?: { lastSubjectSequence?: number }
}

export interface JetStream {
  publish(subject: string, data: Uint8Array, options?: PublishOptions): Promise<{ seq: number; duplicate: boolean }>
  consumers: {
    get(stream: string, consumer: string | { opt_start_seq: number; deliver_policy: string }): Promise<Consumer>
  }
}

export interface StreamInfo {
  state: { messages: number; last_seq: number; subjects?: { [subject: string]: number } }
}

export interface Manager {
  streams: {
    info(stream: string, options?: { subjects_filter: string }): Promise<StreamInfo>
    add(config: { [setting: string]: unknown }): Promise<unknown>
    deleteMessage(stream: string, seq: number, erase?: boolean): Promise<boolean>
  }
  consumers: {
    add(stream: string, config: { [setting: string]: unknown }): Promise<unknown>
    info(stream: string, consumer: string): Promise<{ num_ack_pending: number; ack_floor: { stream_seq: number } }>
    delete(stream: string, consumer: string): Promise<boolean>
  }
}

export interface Connection {
  readonly info?: { max_payload: number }
  drain(): Promise<void>
  close(): Promise<void>
  closed(): Promise<unknown>
}

export interface Client {
  connect(options: { [option: string]: unknown }): Promise<Connection>
  headers(): Headers
  jetstream(connection: Connection): JetStream
  jetstreamManager(connection: Connection): Promise<Manager>
}

const PACKAGES = ['@nats-io/transport-node', '@nats-io/jetstream'] as const

/**
 * The NATS client.
 *
 * @throws Failure `queue-client-missing` where its packages are not installed
 */
export async function loadClient(load: (name: string) => Promise<object> = (name) => import(name)): Promise<Client> {
  try {
    const [transport, jetstream] = await Promise.all(PACKAGES.map(load))
    return { ...transport, ...jetstream } as Client
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error
    throw new Failure(
      'queue-client-missing',
      `the NATS client is not installed; npm install ${PACKAGES.join(' ')}, beside onrecord-cli`,
    )
  }
}
