import { CREDENTIAL, openFiles } from "@serviceform/tests-contracts/differential";
import { type Call, type FeatureClient, SERVER } from "../feature.ts";
import { createClient, createConfig } from "../generated/hey-api/client/index.ts";
import * as sdk from "../generated/hey-api/sdk.gen.ts";

interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response?: Response;
  readonly stream?: AsyncIterable<unknown>;
}
type Method = (options: object) => Promise<Result>;

/** The IDs of operations, such as of `GET /query/each`. */
type Ids = Readonly<Record<string, string>>;

/** A call with options; credentials come from the function of its documentation. */
function callWith(ids: Ids, init: object = {}, options: object = { baseUrl: SERVER }): Call {
  return async (feature, fetch) => {
    const auth = ({ scheme }: { scheme?: string }) => (scheme === "basic" ? `user:${CREDENTIAL}` : CREDENTIAL);
    const client = createClient(createConfig({ ...options, auth, fetch }));
    const { path, query, header, body } = feature.values ?? {};
    const given = { path, query, headers: header, ...(body !== undefined && { body: openFiles(body) }) };
    const methods = sdk as unknown as Readonly<Record<string, Method>>; // The operation is known only at run time.
    const method = methods[ids[feature.operation] ?? ""];
    const result = (await method?.({ client, ...given, ...init })) ?? {};
    if (result.stream !== undefined) return { data: await collect(result.stream) };
    const { data, error, response } = result;
    if (response === undefined) throw error;
    return { data: data ?? error, status: response.status };
  };
}

async function collect(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const one of stream) all.push(one);
  return all;
}

/** The generated client. */
export function createHeyApi(ids: Ids): FeatureClient {
  const otherServer = { baseUrl: "https://other.features.test/v2" };
  const arraysBy = (style: string) => {
    const init = { querySerializer: { array: { style, explode: false } } };
    return { option: "`querySerializer`", call: callWith(ids, init) };
  };
  const withHeaders = (headers: object) => ({ option: "`headers`", call: callWith(ids, { headers }) });
  return {
    name: "hey-api",
    call: callWith(ids),
    byHand: {
      "the server of the contract, with variables": { option: "`baseUrl`", call: callWith(ids) },
      "a server of one path": { option: "`baseUrl`", call: callWith(ids, otherServer) },
      "an array with commas": arraysBy("form"),
      "an array with commas, of a value with a comma": arraysBy("form"),
      "an array with spaces": arraysBy("spaceDelimited"),
      "an array with pipes": arraysBy("pipeDelimited"),
      "a cookie parameter": withHeaders({ cookie: "session=a" }),
      "JSON, where the API has XML as well": withHeaders({ accept: "application/json" }),
    },
  };
}

/** With the values that it reads from the contract. */
export function createHeyApiWithoutServer(ids: Ids): Call {
  return callWith(ids, {}, {});
}
