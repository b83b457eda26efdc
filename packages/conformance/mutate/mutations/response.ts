import type { Row } from "../mutation.ts";

export const response: Row[] = [
  ['type === "opaqueredirect" || (Number', "(Number", "an opaque redirect is no response", "opaque"],
  [
    "(Number.isInteger(status) && (status as number) > 99 && (status as number) < 1000)",
    "status !== undefined",
    "any status is one",
    ["any-fetch.test.ts"],
  ],
  ['type === "opaqueredirect" || redirected', "redirected", "an opaque redirect is an error status", "opaque"],
  ["|| redirected ||", "||", "a redirect that was followed gives data", "followed"],
  [
    '(status > 299 && status < 400 && headersOf(response).has("location"))',
    "false",
    "a redirect is an error status",
    "redirect",
  ],
  ["status > 299 && status < 400 && headersOf", "headersOf", "any response with a Location is a redirect", "Location"],
  ["&& !id.includes(key)", "", "a request id may be the key", ["observers.test.ts"]],
  ["/^[\\w.:;,=+/@-]{1,200}$/", "/^/", "any text is a request id", ["observers.test.ts"]],
];
