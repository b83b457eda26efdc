import { FileValue } from "@serviceform/tests-contracts/differential";
import type { Feature } from "./feature.ts";

const ids = ["a", "b c", "é&="];
const picture = Uint8Array.of(0x89, 0x50, 0, 0xff, 0x0d, 0x0a, 0x2d, 0x2d);
const file = new FileValue(picture, { name: "über 1.png", type: "image/png" });

/** Features of the URL and the headers of requests. */
const parameters: readonly Feature[] = [
  { title: "the server of the contract, with variables", operation: "GET /access/none" },
  {
    title: "a server of one path",
    operation: "GET /elsewhere",
    server: "https://other.features.test/v2",
  },
  {
    title: "reserved characters in a path value",
    operation: "GET /path/{text}",
    values: { path: { text: "a/b?c#d %2Fé" } },
  },
  {
    title: "a path value of two dots is not sent",
    operation: "GET /path/{text}",
    values: { path: { text: ".." } },
    isUnsafe: true,
  },
  { title: "an array in a path", operation: "GET /path-list/{list}", values: { path: { list: ids } } },
  {
    title: "reserved characters in the query",
    operation: "GET /query/text",
    values: { query: { "filter[by]": "a&b=c +é#" } },
  },
  { title: "an array in the query, repeated", operation: "GET /query/each", values: { query: { ids } } },
  { title: "an array with commas", operation: "GET /query/comma", values: { query: { ids } } },
  {
    title: "an array with commas, of a value with a comma",
    operation: "GET /query/comma",
    values: { query: { ids: ["a,b", "c"] } },
    hasCommas: true,
  },
  { title: "an array with spaces", operation: "GET /query/space", values: { query: { ids: ["a", "b", "é&="] } } },
  { title: "an array with pipes", operation: "GET /query/pipe", values: { query: { ids } } },
  { title: "`deepObject`", operation: "GET /query/object", values: { query: { filter: { name: "a b", size: 2 } } } },
  { title: "a header parameter", operation: "GET /header", values: { header: { "X-Time-Zone": "Europe/Helsinki" } } },
  { title: "a cookie parameter", operation: "GET /cookie", headers: { cookie: "session=a" } },
];

const bodies: readonly Feature[] = [
  { title: "an optional body, left out", operation: "POST /body/optional" },
  { title: "a body that is an array", operation: "POST /body/list", values: { body: ids } },
  { title: "a discriminated union", operation: "POST /body/union", values: { body: { kind: "square", side: 2 } } },
  { title: "`application/merge-patch+json`", operation: "PATCH /body/merge", values: { body: { id: null } } },
  { title: "JSON beside a form", operation: "POST /body/several", values: { body: { id: "é" } } },
  {
    title: "a file, a text and a number in a form",
    operation: "POST /body/file",
    values: { body: { file, title: "é\u{1f600}", size: 2 } },
  },
  {
    title: "a text with line breaks beside a file",
    operation: "POST /body/file",
    values: { body: { file, title: "a\nb" } },
  },
  {
    title: "several files and an object in a form",
    operation: "POST /body/files",
    values: { body: { files: [file, file], row: { id: "é" } } },
  },
  { title: "a form in a URL's encoding", operation: "POST /body/form", values: { body: { grant: "a&b=c +é" } } },
  {
    title: "an array in such a form",
    operation: "POST /body/form",
    values: { body: { grant: "a", scopes: ["b c", "d"] } },
  },
  {
    title: "a body of bytes",
    operation: "PUT /body/bytes",
    values: { body: new FileValue(picture, { name: "a", type: "" }) },
  },
  { title: "a body of text", operation: "PUT /body/text", values: { body: "é\n" } },
  { title: "a body of a DELETE", operation: "DELETE /body/of-delete", values: { body: { id: "1" } } },
];

const access: readonly Feature[] = [
  { title: "a bearer token", operation: "GET /access/bearer" },
  { title: "user name and password", operation: "GET /access/basic" },
  { title: "a key in a header", operation: "GET /access/header" },
  { title: "a key in the query", operation: "GET /access/query" },
  { title: "two schemes together", operation: "GET /access/both" },
  { title: "no credential where none is asked for", operation: "GET /access/none" },
];

/** The features of requests, by the heading in the table. */
export const requestFeatures: Readonly<Record<string, readonly Feature[]>> = {
  "URL and headers": parameters,
  "What is sent": bodies,
  Access: access,
};
