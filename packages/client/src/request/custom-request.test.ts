import fc from "fast-check";
import { expect, test } from "vitest";
import { type CustomRequest, serializeRequest } from "./custom-request.js";

const request = (given: object): ReturnType<typeof serializeRequest> => serializeRequest(given as CustomRequest);
const sent = (path: string): string => request({ method: "GET", path }).path;

test("serializeRequest serializes path, query, body and headers", () => {
  expect(
    request({
      method: "POST",
      path: `/flex/spaces/${encodeURIComponent("a b/ü")}/items`,
      query: { page: 2, "a&b=": ["c d", true], none: undefined },
      body: { primary_field: "x", notes: [null, -0], none: undefined },
      headers: { "X-One": "1" },
    }),
  ).toEqual({
    method: "POST",
    path: "/flex/spaces/a%20b%2F%C3%BC/items?page=2&a%26b%3D=c%20d&a%26b%3D=true",
    body: '{"primary_field":"x","notes":[null,-0]}',
    headers: { "x-one": "1" },
  });
});

test("serializeRequest treats undefined as absent", () => {
  const given = { method: "PUT", path: "/", query: undefined, body: undefined, headers: undefined };
  expect(request(given)).toEqual({ method: "PUT", path: "/", body: undefined, headers: {} });
});

test.for(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
  "serializeRequest accepts the method %s",
  (method) => {
    expect(request({ method, path: "/a" }).method).toBe(method);
  },
);

test.for([undefined, null, "", "get", "Post", "TRACE", "CONNECT", "GET ", "GET|HEAD", 5, ["GET"]])(
  "serializeRequest rejects the method %j",
  (method) => {
    const [code, message] =
      method === undefined
        ? ["missing_input", "method is required"]
        : ["invalid_input", "method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"];
    const error = { param: "method", code, message };
    expect(() => request({ method, path: "/a" })).toThrow(expect.objectContaining(error));
  },
);

test.for([
  [null, "null"],
  [0, "0"],
  [false, "false"],
  ["", '""'],
  ["\ud800", '"\\ud800"'],
  [[1, [{}]], "[1,[{}]]"],
  [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
])("serializeRequest accepts the body %j", ([body, text]) => {
  expect(request({ method: "POST", path: "/a", body }).body).toBe(text);
  expect(request({ method: "DELETE", path: "/a", body }).body).toBe(text);
});

test.for([
  ["body", { body: new Date(0) }],
  ["body.a[0]", { body: { a: [undefined] } }],
  ["body", { method: "GET", body: {} }],
  ["body", { method: "HEAD", body: null }],
  ["query", { query: new Map([["a", 1]]) }],
  ["query", { query: "a=1" }],
  ["query", { query: null }],
  ["a", { query: { a: new Date(0) } }],
  ["\ud800", { query: { "\ud800": 1 } }],
  ["headers", { headers: null }],
  ["headers", { headers: "x" }],
  ["headers.sf-api-key", { headers: { "SF-API-Key": "x" } }],
  ["headers.content-type", { headers: { "content-type": "text/plain" } }],
  ["url", { url: "https://evil.example" }],
  ["signal", { signal: undefined }],
  ["toString", { toString: 1 }],
  ["__proto__", JSON.parse('{"__proto__":1}')],
  ["request", { [Symbol("body")]: {} }],
] as const)("serializeRequest rejects %s of %o", ([param, part]) => {
  const code = expect.stringMatching(/^(invalid|unknown|reserved)_(input|header)$/);
  const error = { param, code, message: expect.stringContaining(param) };
  expect(() => request({ method: "POST", path: "/a", ...part })).toThrow(expect.objectContaining(error));
});

test.for([undefined, null, "GET /leads", 5, ["GET"], new Map([["method", "GET"]]), new Request("https://a.example")])(
  "serializeRequest rejects %o as a request",
  (given) => expect(() => request(given as never)).toThrow(expect.objectContaining({ param: "request" })),
);

test.for([
  "/",
  "/a",
  "/a/",
  "/a/b.c/~d",
  "/...",
  "/.a/a./..a",
  "/a%2Fb/%20/%F0%9F%98%80/%ff",
  "/a;v=1,2/@me/a:b/!$&'()*+=",
  "/%2e%2e%2f",
  "/%252e",
])("serializeRequest keeps the path %s", (path) => {
  expect(sent(path)).toBe(path);
  for (const base of ["https://api.example", "https://api.example/v1"]) {
    expect(new URL(base + path).pathname).toBe(new URL(base).pathname.replace(/\/$/, "") + path);
  }
});

test.for([
  ...[
    "",
    "a",
    "leads/1",
    "https://evil.example/a",
    "//evil.example/a",
    "/\\evil.example",
    "\\a",
    "@evil.example/",
    ":80/",
  ],
  ...["/a?b=1", "/a?", "/a#b", "/a\\b", "/a//b", "/a//", "/.", "/..", "/a/.", "/a/..", "/a/../b", "/./a"],
  ...["/%2e", "/%2E%2e/a", "/a/.%2E", "/a/%2e./b"],
  ...["/a b", "/ü", "/a\tb", "/a\n", "\n/a", " /a", "/a ", "/a\u0000", "/\u007f", "/😀", "/\ud800"],
  ...["/%", "/%2", "/%zz", '/"', "/<a>", "/`", "/{a}", "/^", "/|", "/[a]"],
  ...[undefined, null, 5, ["/a"], new URL("https://api.example/a"), { toString: () => "/a" }],
])("serializeRequest rejects the path %j", (path) => {
  expect(() => sent(path as string)).toThrow(expect.objectContaining({ param: "path" }));
});

test("the error of an unencoded path names encodeURIComponent", () => {
  const error = { code: "unsafe_path_value", message: expect.stringContaining("encodeURIComponent") };
  expect(() => sent("/spaces/a b")).toThrow(expect.objectContaining(error));
});

// The unit "binary" of fast-check takes a second to make.
const codePoint = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10_ffff }))
  .map((code) => String.fromCodePoint(code));

test("an accepted path arrives unchanged below any base URL", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "/",
      "//",
      ".",
      "..",
      "%2e",
      "%2E",
      "%",
      "\\",
      "?",
      "#",
      "a",
      ":",
      "@",
      "\t",
      "\n",
      " ",
      "é",
      "|",
      "^",
    ),
    fc.string({ unit: codePoint, maxLength: 2 }),
    fc.string().map(encodeURIComponent),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  );
  const path = fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join("")}`);
  const seen = { accepted: 0, rejected: 0 };
  fc.assert(
    fc.property(path, fc.constantFrom("", "/v1", "/a%20b"), (given, prefix) => {
      try {
        sent(given);
      } catch {
        seen.rejected += 1;
        return;
      }
      seen.accepted += 1;
      const url = new URL(`https://api.example${prefix}${given}`);
      expect(url.href).toBe(`https://api.example${prefix}${given}`);
      expect(url.pathname).toBe(prefix + given);
    }),
    { numRuns: 500, seed: 1 },
  );
  expect(Math.min(seen.accepted, seen.rejected)).toBeGreaterThan(30);
});

test("serializeRequest accepts encodeURIComponent of any value but a dot segment", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (value) => {
      fc.pre(!/^\.{1,2}$/.test(value));
      expect(sent(`/${encodeURIComponent(value)}/x`)).toBe(`/${encodeURIComponent(value)}/x`);
    }),
    { seed: 1 },
  );
});
