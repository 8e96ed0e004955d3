import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BatchJobs } from './batch-jobs';
import { batchRoutes } from './batch-routes';
import { composeAnswer } from './compose-answer';
import type { Fault } from './fault';
import { billedFaults } from './fault';
import {
  geminiBody,
  geminiEmbeddingRequest,
  geminiError,
  geminiRoute,
  geminiTextRequest,
} from './gemini-protocol';
import { openAiBody, openAiError, openAiRequest } from './openai-protocol';
import type { ServedOutcome, ServedRequest } from './served-request';

/** Options of {@link startModelServer}. */
export interface ModelServerOptions {
  /** What a request for text is answered with. Default: a value that fits its schema, or a sentence. */
  readonly answer?: (request: ServedRequest) => string;
  /** What goes wrong with a request; undefined for nothing. Default nothing. */
  readonly fault?: (request: ServedRequest) => Fault | undefined;
  /** How tokens are counted. Default four characters each. */
  readonly countTokens?: (text: string) => number;
  /** Numbers of a vector where a request does not say. Default 1,536. */
  readonly dimensions?: number;
  /** How often a batch is looked at until it is done. Default 2. */
  readonly batchPolls?: number;
}

/** A server on this machine that speaks the protocols of OpenAI and Gemini. */
export interface ModelServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** The option `baseUrl` of OpenAI adapters. */
  readonly openAiUrl: string;
  /** The option `baseUrl` of Gemini adapters. */
  readonly geminiUrl: string;
  /** What became of every request for text or vectors, in order of arrival. */
  readonly served: readonly ServedOutcome[];
  /** Forgets what was served. */
  reset(): void;
  close(): Promise<void>;
}

type Parsed = Omit<ServedRequest, 'index' | 'batch'>;

/**
 * Starts a server that answers as OpenAI and Gemini do, with faults on demand: the real client libraries run against
 * it. It keeps what it was asked and what each request is billed.
 *
 * @example
 * ```ts
 * const server = await startModelServer({ answer: () => 'Hello.' });
 * const answer = await fetch(`${server.openAiUrl}/chat/completions`, {
 *   method: 'POST',
 *   body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Hi' }] }),
 * });
 * answer.status; // => 200
 * server.served.length; // => 1
 * await server.close();
 * ```
 */
export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const { countTokens = (text) => Math.ceil(text.length / 4), dimensions = 1536, batchPolls = 2 } = options;
  const compose = { answer: options.answer, countTokens, dimensions };
  const served: ServedOutcome[] = [];
  let arrived = 0;

  /** Does the work of a request and keeps what became of it. */
  const work = (
    parsed: Parsed,
    batch: boolean,
    key: string,
  ): { status: number; body: unknown; fault?: Fault } => {
    const request: ServedRequest = { ...parsed, index: arrived++, batch };
    const fault = batch ? undefined : options.fault?.(request);
    const keep = (status: number, inputTokens: number, outputTokens: number): void => {
      served.push({
        request,
        key,
        status,
        inputTokens,
        outputTokens,
        ...(fault === undefined ? {} : { fault }),
      });
    };
    if (fault !== undefined && !billedFaults.has(fault.kind)) {
      const refusal = refusalOf(fault, key);
      keep(refusal.status, 0, 0);
      return {
        status: refusal.status,
        body: (request.vendor === 'openai' ? openAiError : geminiError)(refusal),
        fault,
      };
    }
    const answer = composeAnswer(request, fault, compose);
    keep(200, answer.inputTokens, answer.outputTokens);
    const body = (request.vendor === 'openai' ? openAiBody : geminiBody)(request, answer);
    return { status: 200, body, ...(fault === undefined ? {} : { fault }) };
  };
  const routes = batchRoutes(new BatchJobs(), batchPolls, (request) => work(request, true, '').body);

  const server = createServer((incoming, response) => {
    const path = (incoming.url ?? '').replace(/\?.*$/, '');
    const key = keyOf(incoming);
    readAll(incoming)
      .then((text) => {
        const batch = routes(incoming.method ?? 'GET', path, text);
        if (batch !== undefined) {
          send(response, 200, batch.text ?? JSON.stringify(batch.body));
          return;
        }
        const parsed = requestOf(path, text);
        if (parsed === undefined) send(response, 404, '{"error":{"message":"no such path"}}');
        else reply(response, work(parsed, false, key));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    openAiUrl: `${url}/v1`,
    geminiUrl: url,
    served,
    reset: () => {
      served.length = 0;
      arrived = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function requestOf(path: string, text: string): Parsed | undefined {
  const json = (): unknown => JSON.parse(text) as unknown;
  const to = geminiRoute(path);
  if (to?.method === 'generateContent') return geminiTextRequest(to.model, json());
  if (to?.method === 'batchEmbedContents') return geminiEmbeddingRequest(to.model, json());
  return path.startsWith('/v1/') ? openAiRequest(path, json()) : undefined;
}

function refusalOf(fault: Fault, key: string): Extract<Fault, { kind: 'status' }> {
  if (fault.kind === 'status') return fault;
  const status = fault.kind === 'echo-key' ? fault.status : 500;
  return { kind: 'status', status, message: `the key ${key} is not accepted` };
}

/** Sends what the work gave, as its fault has it. */
function reply(response: ServerResponse, result: { status: number; body: unknown; fault?: Fault }): void {
  const { status, body, fault } = result;
  const text = JSON.stringify(body);
  switch (fault?.kind) {
    case 'hang-up':
      response.destroy();
      return;
    case 'cut':
      send(response, 200, text.slice(0, Math.floor(text.length / 2)));
      return;
    case 'malformed':
      send(response, 200, '{"object":"list"}');
      return;
    case 'slow': {
      const timer = setTimeout(() => send(response, status, text), fault.ms);
      // Nobody waits any more: nor does the process.
      response.once('close', () => clearTimeout(timer));
      return;
    }
    case 'status':
      send(response, status, text, fault.retryAfter);
      return;
    default:
      send(response, status, text);
  }
}

function send(response: ServerResponse, status: number, text: string, retryAfter?: number): void {
  if (response.destroyed) return;
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  response.writeHead(status, { 'content-type': 'application/json', ...wait });
  response.end(text);
}

function keyOf({ headers }: IncomingMessage): string {
  const header = headers['x-goog-api-key'] ?? headers.authorization ?? '';
  return String(header).replace(/^Bearer /, '');
}

async function readAll(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
