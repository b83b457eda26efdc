// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the source of templates is quoted

import type { Row } from "../mutation.ts";

export const readRequest: Row[] = [
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
