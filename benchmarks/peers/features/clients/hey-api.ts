import { CREDENTIAL, openFiles } from "@serviceform/tests-contracts/differential";
import { type Call, type Feature, type FeatureClient, SERVER, splitOperation } from "../feature.ts";
import { createClient, createConfig } from "../generated/hey-api/client/index.ts";
import * as sdk from "../generated/hey-api/sdk.gen.ts";

interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response?: Response;
  readonly stream?: AsyncIterable<unknown>;
}
type Method = (options: object) => Promise<Result>;

/** A call with options; credentials come from the function of its documentation. */
function callWith(find: (feature: Feature) => string, init: object = {}, options: object = { baseUrl: SERVER }): Call {
  return async (feature, fetch) => {
    const auth = ({ scheme }: { scheme?: string }) => (scheme === "basic" ? `user:${CREDENTIAL}` : CREDENTIAL);
    const client = createClient(createConfig({ ...options, auth, fetch }));
    const { path, query, header, body } = feature.values;
    const given = { path, query, headers: header, ...(body !== undefined && { body: openFiles(body) }) };
    const methods = sdk as unknown as Readonly<Record<string, Method>>; // The operation is known only at run time.
    const method = methods[find(feature)];
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

/** The generated client, by the IDs of the operations. */
export function createHeyApi(ids: Readonly<Record<string, string>>): FeatureClient {
  const find = (feature: Feature): string => {
    const { method, path } = splitOperation(feature);
    return ids[`${method} ${path}`] ?? "";
  };
  const otherServer = { baseUrl: "https://other.features.test/v2" };
  return {
    name: "hey-api",
    call: callWith(find),
    byHand: {
      "the server of the contract, with variables": { option: "`baseUrl`", call: callWith(find) },
      "a server of one path": { option: "`baseUrl`", call: callWith(find, otherServer) },
      "an array with commas": { option: "`querySerializer`", call: callWith(find, arraysBy("form")) },
      "an array with commas, of a value with a comma": {
        option: "`querySerializer`",
        call: callWith(find, arraysBy("form")),
      },
      "an array with spaces": { option: "`querySerializer`", call: callWith(find, arraysBy("spaceDelimited")) },
      "an array with pipes": { option: "`querySerializer`", call: callWith(find, arraysBy("pipeDelimited")) },
      "a cookie parameter": { option: "`headers`", call: callWith(find, { headers: { cookie: "session=a" } }) },
      "JSON, where the API has XML as well": {
        option: "`headers`",
        call: callWith(find, { headers: { accept: "application/json" } }),
      },
    },
  };
}

function arraysBy(style: string): object {
  return { querySerializer: { array: { style, explode: false } } };
}

/** With the values that it reads from the contract. */
export function createHeyApiWithoutServer(ids: Readonly<Record<string, string>>): Call {
  return callWith(({ operation }) => ids[operation] ?? "", {}, {});
}
