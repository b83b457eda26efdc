import { CREDENTIAL, openFiles } from "@serviceform/tests-contracts/differential";
import createClient from "openapi-fetch";
import { type Call, type FeatureClient, SERVER } from "../feature.ts";

type Method = (path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

const basic = `Basic ${btoa(`user:${CREDENTIAL}`)}`;
const bearer = { authorization: `Bearer ${CREDENTIAL}` };

/** A call with options of the client and of the call. */
function callWith(init: object, options: object = { baseUrl: SERVER }): Call {
  return async (feature, fetch) => {
    const [method = "", path = ""] = feature.operation.split(" ");
    const { body, ...params } = feature.values ?? {};
    const typed = createClient({ ...options, fetch });
    const client = typed as unknown as Readonly<Record<string, Method>>; // Method and path are known only at run time.
    const given = body === undefined ? {} : { body: openFiles(body) };
    const result = await client[method]?.(path, { params, ...given, ...init });
    return { data: result?.data ?? result?.error, status: result?.response.status };
  };
}

function arraysBy(style: string): Call {
  return callWith({ querySerializer: { array: { style, explode: false } } });
}

/** From its documentation, "multipart/form-data". */
function toFormData(body: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body))
    for (const one of [value].flat()) form.append(name, one instanceof Blob ? one : toText(one));
  return form;
}

function toText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function toSearchParams(body: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  return new URLSearchParams(Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
}

const withForm = { option: "`bodySerializer`", call: callWith({ bodySerializer: toFormData }) };
const contentType = (type: string): Call => callWith({ headers: { "content-type": type } });
const withBody = (type: string, bodySerializer: (body: never) => unknown = (body) => body) => ({
  option: "`bodySerializer` and `headers`",
  call: callWith({ bodySerializer, headers: { "content-type": type } }),
});
const withHeaders = (headers: object) => ({ option: "`headers`", call: callWith({ headers }) });
const parsedAs = (parseAs: string) => ({ option: "`parseAs`", call: callWith({ parseAs }) });

export const openapiFetch: FeatureClient = {
  name: "openapi-fetch",
  call: callWith({}),
  byHand: {
    "the server of the contract, with variables": { option: "`baseUrl`", call: callWith({}) },
    "a server of one path": { option: "`baseUrl`", call: callWith({ baseUrl: "https://other.features.test/v2" }) },
    "an array with commas": { option: "`querySerializer`", call: arraysBy("form") },
    "an array with commas, of a value with a comma": { option: "`querySerializer`", call: arraysBy("form") },
    "an array with spaces": { option: "`querySerializer`", call: arraysBy("spaceDelimited") },
    "an array with pipes": { option: "`querySerializer`", call: arraysBy("pipeDelimited") },
    "a cookie parameter": withHeaders({ cookie: "session=a" }),
    "`application/merge-patch+json`": { option: "`headers`", call: contentType("application/merge-patch+json") },
    "a file, a text and a number in a form": withForm,
    "a text with line breaks beside a file": withForm,
    "several files and an object in a form": withForm,
    "a form in a URL's encoding": { option: "`headers`", call: contentType("application/x-www-form-urlencoded") },
    "an array in such a form": withBody("application/x-www-form-urlencoded", toSearchParams),
    "a body of bytes": withBody("application/octet-stream"),
    "a body of text": withBody("text/plain"),
    "a bearer token": withHeaders(bearer),
    "user name and password": withHeaders({ authorization: basic }),
    "a key in a header": withHeaders({ "X-Key": CREDENTIAL }),
    "two schemes together": withHeaders({ ...bearer, "X-Key": CREDENTIAL }),
    "a text": parsedAs("text"),
    CSV: parsedAs("text"),
    bytes: parsedAs("arrayBuffer"),
    "JSON, where the API has XML as well": withHeaders({ accept: "application/json" }),
  },
};

/** Without a host, since it reads only types from a contract. */
export const openapiFetchWithoutServer: Call = callWith({}, {});
