import { isDeepStrictEqual } from "node:util";
import type { Json } from "../document.ts";
import { type AnyClient, type AnyFetchClient, type LoadedContract, loadContract } from "../load-contract.ts";
import type { OpenApi } from "../render-files.ts";
import { type HostileScalars, hostileValue, ROUNDS } from "./hostile-value.ts";
import { openDocument, type RejectedOperation } from "./open-document.ts";
import { type Content, type DocumentOperation, isJson, readDocumentOperations } from "./read-operations.ts";
import { type RecordingServer, startRecordingServer } from "./recording-server.ts";
import { CREDENTIAL, isForm, isText, type Values, type WrittenRequest, writeRequest } from "./write-request.ts";

/** What came of the operations of one document. */
export interface DifferentialReport {
  readonly operationCount: number;
  readonly rejected: readonly RejectedOperation[];
  /** Calls whose request and result are as an independent writer has them. */
  readonly right: number;
  /** Operations whose body or response is of a media type that the writer does not know. */
  readonly notCompared: readonly string[];
  readonly wrong: readonly Difference[];
}

/** One call that went otherwise. */
export interface Difference {
  readonly title: string;
  readonly by: "method" | "path";
  readonly expected: unknown;
  readonly received: unknown;
}

interface Bench {
  readonly document: OpenApi;
  readonly loaded: LoadedContract;
  readonly client: AnyClient;
  readonly paths: AnyFetchClient;
  readonly server: RecordingServer;
}

/** Generates from a document, and calls each operation with hostile values, by method and by path. */
export async function runDifferential(
  file: string,
  load: (document: OpenApi) => Promise<LoadedContract> = loadContract,
): Promise<DifferentialReport> {
  const { document, operationCount, rejected } = await openDocument(file);
  const operations = readDocumentOperations(document);
  const loaded = await load(document);
  await using server = await startRecordingServer();
  const options = { baseUrl: server.url, retries: 0, ...credentials(document, operations) };
  const bench = {
    document,
    loaded,
    server,
    client: loaded.createClient(options),
    paths: loaded.createFetchClient(options),
  };
  const wrong: Difference[] = [];
  const notCompared: string[] = [];
  let right = 0;
  for (const operation of operations) {
    if (!isWritten(operation.body) || !isRead(operation.response.content)) {
      notCompared.push(`${operation.method} ${operation.path}`);
      continue;
    }
    for (const scalars of ROUNDS) {
      const differences = await compareOperation(bench, operation, scalars);
      wrong.push(...differences);
      right += 2 - differences.length;
    }
  }
  return { operationCount, rejected, right, notCompared, wrong };
}

/** A credential for each security scheme that an operation knows, by the option that stands for it. */
function credentials(document: OpenApi, operations: readonly DocumentOperation[]): object {
  const schemes = (Object(document.components).securitySchemes ?? {}) as Readonly<Record<string, Json>>;
  const names = new Set(operations.flatMap(({ security }) => security.flatMap((way) => Object.keys(way))));
  const entries = [...names].map((name) => {
    const isBasic = String(schemes[name]?.scheme).toLowerCase() === "basic";
    return [toOption(name), isBasic ? { username: "user", password: CREDENTIAL } : CREDENTIAL] as const;
  });
  return Object.fromEntries(entries);
}

/** `ApiKeyAuth` and `api-key_auth` alike are `apiKeyAuth`. */
function toOption(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const camel = words.map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join("");
  return camel.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (run) => run.toLowerCase());
}

/** Whether the writer knows the media type of a body. */
function isWritten(body: Content | undefined): boolean {
  return body === undefined || isJson(body.mediaType) || isForm(body.mediaType) || isText(body.mediaType);
}

function isRead(content: Content | undefined): boolean {
  return content === undefined || isJson(content.mediaType) || isText(content.mediaType);
}

async function compareOperation(
  bench: Bench,
  operation: DocumentOperation,
  scalars: HostileScalars,
): Promise<Difference[]> {
  const { document, loaded, server } = bench;
  const { method, path, response } = operation;
  const [id, entry] =
    Object.entries(loaded.operationTable).find(([, one]) => one.method === method && one.path === path) ?? [];
  const values = makeValues(document, operation, scalars);
  const request = plain(writeRequest(document, operation, values));
  const { content } = response;
  const data =
    content && (isText(content.mediaType) ? scalars.text : (hostileValue(document, content.schema, scalars) ?? null));
  const isString = content !== undefined && isText(content.mediaType);
  server.reply = {
    status: response.status,
    contentType: content && (isString ? content.mediaType : "application/json"),
    text: data === undefined ? "" : isString ? scalars.text : JSON.stringify(data),
  };
  const expected = { request: [request], data };
  const named = entry?.wholeBody ? { body: values.body } : (values.body as object | undefined);
  const input = { ...values.path, ...values.query, ...values.header, ...named };
  const calls = {
    method: () => bench.client[id ?? ""]?.(input),
    path: async () => {
      const params = { path: values.path, query: values.query, header: values.header };
      const result = await bench.paths[method]?.(path, {
        params,
        ...(values.body !== undefined && { body: values.body }),
      });
      return result?.data;
    },
  };
  const differences: Difference[] = [];
  for (const by of ["method", "path"] as const) {
    const result = await settle(calls[by]);
    const received = { request: server.take().map((one) => plain(one, request)), data: result };
    // By path, the data of a response without a body is what openapi-fetch makes of it.
    const isRead =
      (by === "path" && data === undefined && !(result instanceof Error)) || isDeepStrictEqual(result, data);
    if (!isRead || !isDeepStrictEqual(received.request, expected.request))
      differences.push({ title: `${method} ${path}`, by, expected, received });
  }
  return differences;
}

async function settle(call: () => Promise<unknown> | undefined): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return error;
  }
}

function makeValues(document: OpenApi, { parameters, body }: DocumentOperation, scalars: HostileScalars): Values {
  const inPlace = (place: string): Json => {
    const entries = parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, schema, style }) => {
        const text = place === "header" ? scalars.header : withoutSeparator(style, scalars.text);
        return [name, hostileValue(document, schema, { ...scalars, text })] as const;
      })
      .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
    return Object.fromEntries(entries);
  };
  const value = body && hostileValue(document, body.schema, scalars);
  return { path: inPlace("path"), query: inPlace("query"), header: inPlace("header"), body: body && (value ?? {}) };
}

/** What separates elements cannot stand in one: both would be written alike. */
function withoutSeparator(style: string, text: string): string {
  if (style === "spaceDelimited") return text.replaceAll(" ", "");
  return style === "pipeDelimited" ? text.replaceAll("|", "") : text;
}

/** What counts of a request: its target as every `fetch` writes it, and the headers that were expected. */
function plain({ method, target, headers, body }: WrittenRequest, expected?: { headers: object }): WrittenRequest {
  const { pathname, search } = new URL(`http://api.test${target}`);
  const names = Object.keys(expected?.headers ?? headers);
  // That an operation without credentials gets none is a difference, too.
  const counted = new Set([...names, "authorization", "content-type"]);
  const kept = Object.entries(headers).filter(([name]) => counted.has(name));
  // RFC 3986, 2.1: both cases are equal; openapi-fetch passes braces on, which `URL` then writes in lower case.
  const escaped = (pathname + search).replaceAll(/%[\da-f]{2}/gi, (code) => code.toUpperCase());
  return { method, target: escaped, headers: Object.fromEntries(kept.sort()), body };
}
