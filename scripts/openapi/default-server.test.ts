import { expect, test } from "vitest";
import { defaultServer } from "./default-server.ts";

const HTTPS = { url: "https://a.test/v1" };

test.for([
  ["the only one", [HTTPS], 0, HTTPS.url],
  ["the first of two with https", [HTTPS, { url: "https://b.test" }], 0, HTTPS.url],
  ["the first with https after one with http", [{ url: "http://a.test/v1" }, HTTPS], 1, HTTPS.url],
  ["the first with https after a relative one", [{ url: "/v1" }, { url: "//a.test" }, HTTPS], 2, HTTPS.url],
  ["one without a query after one with a query", [{ url: "https://b.test?c" }, HTTPS], 1, HTTPS.url],
  ["one whose variable is https by default", [zone("http"), zone("https")], 1, "https://a.test"],
  ["the first if none has https", [{ url: "http://a.test" }, { url: "/" }], 0, "http://a.test"],
  ["a variable without a default", [{ url: "https://{zone}.test" }], 0, "https://{zone}.test"],
  ["none", [], 0, "/"],
  ["none that is named", undefined, 0, "/"],
] as const)("the default server is %s", ([, servers, index, url]) => {
  expect(defaultServer(servers as Parameters<typeof defaultServer>[0])).toEqual({ index, url });
});

function zone(scheme: string) {
  return { url: "{scheme}://a.test", variables: { scheme: { default: scheme } } };
}
