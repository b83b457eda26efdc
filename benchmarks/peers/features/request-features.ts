import { FileValue } from "@serviceform/tests-contracts/differential";
import type { Features } from "./feature.ts";

const ids = ["a", "b c", "é&="];
const picture = Uint8Array.of(0x89, 0x50, 0, 0xff, 0x0d, 0x0a, 0x2d, 0x2d);
const file = new FileValue(picture, { name: "über 1.png", type: "image/png" });

/** Features of the URL and the headers of requests. */
const parameters: Features = {
  "the server of the contract, with variables": { operation: "GET /access/none" },
  "a server of one path": {
    operation: "GET /elsewhere",
    server: "https://other.features.test/v2",
  },
  "reserved characters in a path value": {
    operation: "GET /path/{text}",
    values: { path: { text: "a/b?c#d %2Fé" } },
  },
  "a path value of two dots is not sent": {
    operation: "GET /path/{text}",
    values: { path: { text: ".." } },
    isUnsafe: true,
  },
  "an array in a path": { operation: "GET /path-list/{list}", values: { path: { list: ids } } },
  "reserved characters in the query": {
    operation: "GET /query/text",
    values: { query: { "filter[by]": "a&b=c +é#" } },
  },
  "an array in the query, repeated": { operation: "GET /query/each", values: { query: { ids } } },
  "an array with commas": { operation: "GET /query/comma", values: { query: { ids } } },
  "an array with commas, of a value with a comma": {
    operation: "GET /query/comma",
    values: { query: { ids: ["a,b", "c"] } },
    hasCommas: true,
  },
  "an array with spaces": { operation: "GET /query/space", values: { query: { ids: ["a", "b", "é&="] } } },
  "an array with pipes": { operation: "GET /query/pipe", values: { query: { ids } } },
  "`deepObject`": { operation: "GET /query/object", values: { query: { filter: { name: "a b", size: 2 } } } },
  "a header parameter": { operation: "GET /header", values: { header: { "X-Time-Zone": "Europe/Helsinki" } } },
  "a cookie parameter": { operation: "GET /cookie", headers: { cookie: "session=a" } },
};

const bodies: Features = {
  "an optional body, left out": { operation: "POST /body/optional" },
  "a body that is an array": { operation: "POST /body/list", values: { body: ids } },
  "a discriminated union": { operation: "POST /body/union", values: { body: { kind: "square", side: 2 } } },
  "`application/merge-patch+json`": { operation: "PATCH /body/merge", values: { body: { id: null } } },
  "JSON beside a form": { operation: "POST /body/several", values: { body: { id: "é" } } },
  "a file, a text and a number in a form": {
    operation: "POST /body/file",
    values: { body: { file, title: "é\u{1f600}", size: 2 } },
  },
  "a text with line breaks beside a file": {
    operation: "POST /body/file",
    values: { body: { file, title: "a\nb" } },
  },
  "several files and an object in a form": {
    operation: "POST /body/files",
    values: { body: { files: [file, file], row: { id: "é" } } },
  },
  "a form in a URL's encoding": { operation: "POST /body/form", values: { body: { grant: "a&b=c +é" } } },
  "an array in such a form": {
    operation: "POST /body/form",
    values: { body: { grant: "a", scopes: ["b c", "d"] } },
  },
  "a body of bytes": {
    operation: "PUT /body/bytes",
    values: { body: new FileValue(picture, { name: "a", type: "" }) },
  },
  "a body of text": { operation: "PUT /body/text", values: { body: "é\n" } },
  "a body of a DELETE": { operation: "DELETE /body/of-delete", values: { body: { id: "1" } } },
};

const access: Features = {
  "a bearer token": { operation: "GET /access/bearer" },
  "user name and password": { operation: "GET /access/basic" },
  "a key in a header": { operation: "GET /access/header" },
  "a key in the query": { operation: "GET /access/query" },
  "two schemes together": { operation: "GET /access/both" },
  "no credential where none is asked for": { operation: "GET /access/none" },
};

/** The features of requests, by the heading in the table. */
export const requestFeatures: Readonly<Record<string, Features>> = {
  "URL and headers": parameters,
  "What is sent": bodies,
  Access: access,
};
