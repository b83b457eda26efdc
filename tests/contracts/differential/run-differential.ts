import { isDeepStrictEqual } from "node:util";
import type { Json } from "../document.ts";
import { type AnyClient, type AnyFetchClient, type LoadedContract, loadContract } from "../load-contract.ts";
import type { OpenApi } from "../render-files.ts";
import { openFiles } from "./file-value.ts";
import { type HostileScalars, ROUNDS } from "./hostile-value.ts";
import { makeResponse } from "./make-response.ts";
import { makeValues } from "./make-values.ts";
import { openDocument, type RejectedOperation } from "./open-document.ts";
import { plainRequest } from "./plain-request.ts";
import {
  type DocumentOperation,
  type DocumentResponse,
  readDocumentOperations,
  usableSecurity,
} from "./read-operations.ts";
import { type RecordingServer, startRecordingServer } from "./recording-server.ts";
import { CREDENTIAL, type Values, writeRequest } from "./write-request.ts";

/** The result of the operations of one document. */
export interface DifferentialReport {
  readonly operationCount: number;
  readonly rejected: readonly RejectedOperation[];
  /** Calls whose request and result equal those of an independent implementation. */
  readonly right: number;
  /** The operation of each call by path that is rejected with the advice to use the method; nothing is sent. */
  readonly leftToMethod: readonly string[];
  readonly wrong: readonly Difference[];
}

/** One call that differs. */
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
export async function runDifferential(file: string): Promise<DifferentialReport> {
  const { document, operationCount, rejected } = await openDocument(file);
  if (rejected.length === operationCount) return { operationCount, rejected, right: 0, leftToMethod: [], wrong: [] };
  return { operationCount, rejected, ...(await compareCalls(document, await loadContract(document))) };
}

/** Calls each operation of a document with each round of values, of which the successes take turns. */
export async function compareCalls(
  document: OpenApi,
  loaded: LoadedContract,
  rounds: readonly HostileScalars[] = ROUNDS,
): Promise<Pick<DifferentialReport, "right" | "leftToMethod" | "wrong">> {
  const operations = readDocumentOperations(document);
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
  const leftToMethod: string[] = [];
  let right = 0;
  for (const operation of operations) {
    for (const [round, scalars] of rounds.entries()) {
      const response = operation.responses[round % operation.responses.length];
      if (response === undefined) continue;
      for (const comparison of await compareOperation(bench, { operation, response, scalars })) {
        if (comparison === "right") right += 1;
        else if (comparison === "left to the method") leftToMethod.push(`${operation.method} ${operation.path}`);
        else wrong.push(comparison);
      }
    }
  }
  return { right, leftToMethod, wrong };
}

/** A credential for each security scheme of an operation, by its option. */
export function credentials(document: OpenApi, operations: readonly DocumentOperation[]): object {
  const schemes = (Object(document.components).securitySchemes ?? {}) as Readonly<Record<string, Json>>;
  const names = new Set(operations.flatMap(({ security }) => security.flatMap((way) => Object.keys(way))));
  const [only = "", ...others] = names;
  const { type, in: place } = schemes[only] ?? {};
  const root = usableSecurity(document, document.security);
  const isShared = others.length === 0 && operations.every((one) => isDeepStrictEqual(one.security, root));
  // One key for every operation has an option that does not depend on its name.
  if (isShared && type === "apiKey" && place === "header") return { apiKey: CREDENTIAL };
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

/** One call of an operation. */
interface Round {
  readonly operation: DocumentOperation;
  readonly response: DocumentResponse;
  readonly scalars: HostileScalars;
}

type Comparison = "right" | "left to the method" | Difference;

async function compareOperation(bench: Bench, { operation, response, scalars }: Round): Promise<Comparison[]> {
  const { document, loaded, server } = bench;
  const { method, path } = operation;
  const { id, toInput } = methodOf(loaded, operation);
  const values = makeValues(document, operation, scalars);
  const { reply, data, parseAs } = makeResponse(document, response, scalars);
  server.reply = reply;
  const request = plainRequest(writeRequest(document, operation, values));
  const calls = {
    method: () => bench.client[id]?.(toInput({ ...values, body: openFiles(values.body) })),
    path: async () => {
      const params = { path: values.path, query: values.query, header: values.header };
      const body = values.body === undefined ? {} : { body: openFiles(values.body) };
      const result = await bench.paths[method]?.(path, { params, parseAs, ...body });
      return result?.data;
    },
  };
  const comparisons: Comparison[] = [];
  for (const by of ["method", "path"] as const) {
    const result = await settle(calls[by]);
    const received = { request: server.take().map((one) => plainRequest(one, request)), data: plainData(result) };
    const expected = { request: [request], data: by === "path" ? data.byPath : data.byMethod };
    if (by === "path" && isLeftToMethod(received)) comparisons.push("left to the method");
    else if (isDeepStrictEqual(received, expected)) comparisons.push("right");
    else comparisons.push({ title: `${method} ${path}`, by, expected, received });
  }
  return comparisons;
}

/** The method of an operation, and its input of values by their location. */
export function methodOf({ operationTable }: LoadedContract, { method, path }: DocumentOperation) {
  const isIt = ([, one]: [string, { method: string; path: string }]) => one.method === method && one.path === path;
  const [id = "", entry] = Object.entries(operationTable).find(isIt) ?? [];
  const toInput = ({ path, query, header, body }: Values): object => {
    const named = entry?.wholeBody && body !== undefined ? { body } : Object(body);
    return { ...path, ...query, ...header, ...named };
  };
  return { id, toInput };
}

function isLeftToMethod({ request, data }: { request: readonly unknown[]; data: unknown }): boolean {
  return request.length === 0 && data instanceof Error && data.message.endsWith("use the method of the operation");
}

async function settle(call: () => Promise<unknown> | undefined): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return error;
  }
}

/** Bytes as an array, from any of their types. */
function plainData(data: unknown): unknown {
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
