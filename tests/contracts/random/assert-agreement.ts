import { expect } from "vitest";
import { createAjv } from "../ajv.ts";
import { type Connection, connect, type SentRequest } from "../connect.ts";
import type { WrittenRequest } from "../differential/write-request.ts";
import type { Json } from "../document.ts";
import { type LoadedContract, loadContract } from "../load-contract.ts";
import type { OpenApi } from "../render-files.ts";
import { matchPath } from "./match-path.ts";
import { asReceived, inputSchema, type ReadOperation } from "./read-operations.ts";
import { writeInput } from "./write-request.ts";

/** Inputs and outputs for each operation, in the order of the operations. */
export interface Exchange {
  readonly inputs: readonly Json[];
  readonly outputs: readonly unknown[];
}

/** A contract, loaded into everything that reads it. */
interface Bench {
  readonly document: OpenApi;
  readonly loaded: LoadedContract;
  readonly connection: Connection;
  readonly request: ReturnType<typeof createAjv>;
  readonly response: ReturnType<typeof createAjv>;
  readonly looseResponse: ReturnType<typeof createAjv>;
}

/** Asserts that client, validators and sandbox agree with ajv and the plain implementation. */
export async function assertAgreement(
  document: OpenApi,
  operations: readonly ReadOperation[],
  exchanges: readonly Exchange[],
): Promise<Set<string>> {
  const loaded = await loadContract(document);
  const bench: Bench = {
    document,
    loaded,
    connection: connect(loaded),
    request: createAjv(document, "request"),
    response: createAjv(document, "response"),
    looseResponse: createAjv(document, "response", { formats: false }),
  };
  const seen = new Set<string>();
  for (const [index, operation] of operations.entries()) {
    const { inputs, outputs } = exchanges[index] ?? { inputs: [], outputs: [] };
    const accepts = bench.request(inputSchema(operation));
    for (const input of inputs) seen.add(await assertInput(bench, operation, input, accepts));
    const valid = inputs.find((input) => accepts(input) && writeInput(document, operation, input) !== undefined);
    for (const output of outputs) seen.add(await assertOutput(bench, operation, valid, output));
  }
  return seen;
}

async function assertInput(
  bench: Bench,
  operation: ReadOperation,
  input: Json,
  accepts: (value: unknown) => boolean,
): Promise<string> {
  const { document, loaded, connection } = bench;
  const { id } = operation;
  const about = { id, input };
  const isValid = accepts(input);
  expect({ about, isValid: loaded.validators[id]?.input.validate(input).length === 0 }).toEqual({ about, isValid });
  const written = writeInput(document, operation, input);
  connection.sent.length = 0;
  connection.handled.length = 0;
  const results = [
    await attempt(() => call(connection, operation, input)),
    await attempt(() => callByPath(connection, operation, input)),
  ];
  if (written === undefined) {
    expect({ about, results, sent: connection.sent }).toEqual({
      about,
      results: ["ConfigurationError", "ConfigurationError"],
      sent: [],
    });
    return "not sent";
  }
  expect({ about, sent: connection.sent.map(normalize) }).toEqual({
    about,
    sent: [plainly(written), plainly(written)],
  });
  const path = written.target.replace(/\?.*/, "");
  const matched = matchPath(path, Object.keys(document.paths as object));
  expect(loaded.matchOperation(written.method, path)).toMatchObject({ operation: id, path: matched?.values });
  const statuses = connection.sandbox.requests.slice(-2).map(({ status }) => status);
  const received = asReceived(operation, input);
  const isHandled = connection.handled.length === 2;
  expect({ about, isHandled, statuses }).toEqual({ about, isHandled: accepts(received), statuses });
  if (isHandled) expect(connection.handled).toEqual(Array(2).fill({ operation: id, input: received }));
  else
    for (const status of statuses) expect([400, ...operation.statuses.filter((code) => code >= 400)]).toContain(status);
  return isValid ? "valid input" : "invalid input";
}

async function assertOutput(
  bench: Bench,
  operation: ReadOperation,
  input: Json | undefined,
  output: unknown,
): Promise<string> {
  const { loaded, connection, response, looseResponse } = bench;
  const { id, output: schema } = operation;
  if (schema === undefined) return "no output";
  const about = { id, output };
  const validators = loaded.validators[id];
  const isValid = looseResponse(schema)(output);
  expect({ about, isValid: validators?.output.validate(output).length === 0 }).toEqual({ about, isValid });
  if (schema.type === "array" && Array.isArray(output)) {
    const accepts = looseResponse(schema.items);
    for (const element of output)
      expect({ about, isValid: validators?.element.validate(element).length === 0 }).toEqual({
        about,
        isValid: accepts(element),
      });
  }
  if (input === undefined) return "output without input";
  connection.respondWith(output);
  const result = await attempt(() => call(connection, operation, input));
  const expected = response(schema)(output) ? "done" : "ContractError";
  expect({ about, result }).toEqual({ about, result: expected });
  return expected === "done" ? "valid output" : "invalid output";
}

/** "done", or the name of an error other than `ApiError`. */
async function attempt(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "done";
  } catch (error) {
    return (error as Error).name;
  }
}

function call({ client }: Connection, { id }: ReadOperation, input: Json): Promise<unknown> {
  return client[id]?.(input) ?? Promise.reject(new Error(`There is no ${id}.`));
}

/** In path style, with unknown keys in a place where they are rejected. */
function callByPath({ paths }: Connection, operation: ReadOperation, input: Json): Promise<unknown> {
  const { parameters, fields, method, path } = operation;
  const inPlace = (place: string) =>
    Object.fromEntries(
      Object.entries(input).filter(([key]) =>
        parameters.some((parameter) => parameter.name === key && parameter.in === place),
      ),
    );
  const others = Object.fromEntries(
    Object.entries(input).filter(([key]) => !parameters.some(({ name }) => name === key)),
  );
  const query = { ...inPlace("query"), ...(!fields && others) };
  return (
    paths[method]?.(path, { params: { path: inPlace("path"), query }, ...(fields && { body: others }) }) ??
    Promise.reject(new Error(method))
  );
}

/** The compared parts of a request; openapi-fetch uses `Request`, which normalizes URLs. */
function normalize({ method, url, headers, body }: SentRequest): object {
  const { "user-agent": agent, accept, ...others } = headers;
  return { method, url: new URL(url.replaceAll(/%7[bd]/g, (code) => code.toUpperCase())).href, headers: others, body };
}

function plainly({ method, target, headers, body }: WrittenRequest): object {
  const own = { ...headers, "x-key": "sf_sandbox_key" };
  return { method, url: new URL(`https://api.test${target}`).href, headers: own, body: body || undefined };
}
