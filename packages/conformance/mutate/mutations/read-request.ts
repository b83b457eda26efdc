// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the source of templates is quoted

import type { Row } from "../mutation.ts";

export const readRequest: Row[] = [
  [
    'if (origin !== base.origin) refuse("url", "must be below baseUrl: the key goes nowhere else");',
    "",
    "the key goes to another origin",
    ["fetch-client.test.ts", "origin"],
  ],
  [
    "matchOperation(method, pathname.slice(prefix.length))",
    "matchOperation(method, pathname)",
    "the prefix of the base URL is not part of the match",
    ["fetch-client.test.ts"],
  ],
  [
    'if (!isDecodable(pathname)) refuse("url", "must be percent-encoded UTF-8");',
    "",
    "a path may be no UTF-8",
    ["fetch-client.test.ts"],
  ],
  ["refuseOthers(query, shape.queryKeys);", "", "a body key may stand in the query", ["fetch-client.test.ts"]],
  ["refuseOthers(body, shape.bodyKeys);", "", "a path key may stand in the body", ["fetch-client.test.ts"]],
  [
    "sortInput(shape, { ...Object.fromEntries(given), ...query, ...body });",
    "",
    "a missing key is not noticed by path",
    ["fetch-client.test.ts"],
  ],
  [
    ".filter(([key]) => !url.pathname.includes(`/%7B${key}%7D`))",
    "",
    "a missing path value is sent as its name",
    ["fetch-client.test.ts", "missing path"],
  ],
  [
    "const headers = { ...settings.headers, ...readHeaders(request.headers) };",
    "const headers = settings.headers;",
    "headers of middleware are dropped",
    ["fetch-client.test.ts", "middleware"],
  ],
  [
    "return checkHeaders([...headers].filter((header) => !isOwn(header)));",
    "return Object.fromEntries(headers);",
    "middleware replaces the key",
    ["fetch-client.test.ts", "middleware"],
  ],
  ["/^content-type$/i", "/^content-type$/", "no body is sent in happy-dom", ["fetch-client.test.ts", "DOM"]],
  ["signal: request.signal", "", "a call by path cannot be aborted", "by path: method: an abort"],
  [
    'isRecord(body) ? body : refuse("body", "must be a JSON object")',
    "(body as never) ?? {}",
    "a body by path may be no object",
    ["fetch-client.test.ts", "body"],
  ],
  ['if (text !== "") call.body = text;', "", "a body by path is not sent", ["fetch-client.test.ts", "travel"]],
];
