import type { Case } from "./case.ts";

const bad: (readonly [why: string, baseUrl: unknown, echo?: string])[] = [
  ["it is not a URL", "api.example"],
  ["it is empty", ""],
  ["it is relative", "/v1"],
  ["it is not a string", 7],
  ["it is null", null],
  ["it has another scheme", "ftp://api.example"],
  ["it is a data URL", "data:text/plain,x"],
  ["it is a script", "javascript:alert(1)"],
  ["it is a file", "file:///etc/passwd"],
  ["it is a web socket", "wss://api.example"],
  ["it has a user", "https://user-name@api.example", "user-name"],
  ["it has a password", "https://user:pass-word@api.example", "pass-word"],
  ["it has a password without a user", "https://:pass-word@api.example", "pass-word"],
  ["it has a password on loopback", "http://u:pass-word@127.0.0.1:1", "pass-word"],
  ["it has a query", "https://api.example/?token=t0ken", "t0ken"],
  ["it has an empty query", "https://api.example?"],
  ["it has a fragment", "https://api.example/#frag", "#frag"],
  ["it has an empty fragment", "https://api.example#"],
  ["it is a template in its host", "https://{tenant-1}.example", "tenant-1"],
  ["it is a template in its path", "https://api.example/{tenant-1}/v1", "tenant-1"],
  ["it is http", "http://api.example"],
  ["it is http to a host that begins like loopback", "http://localhost.example"],
  ["it is http to a host that begins like a loopback address", "http://127.0.0.1.example"],
  ["it is http to a host that ends like loopback", "http://notlocalhost"],
  ["it is http to the network", "http://192.168.0.1"],
  ["it is http to every address", "http://0.0.0.0"],
  ["it is http to a name with loopback as its user", "http://127.0.0.1@api.example"],
  ["it is http to 128.0.0.1", "http://128.0.0.1"],
  ["it is http to a name below localhost, which DNS may resolve", "http://evil.localhost:8099"],
  ["it is http to a name two below localhost", "http://a.b.localhost"],
  ["it is http to localhost with a dot behind, which DNS may resolve", "http://localhost."],
  ["it is http to a loopback address with more in front", "http://1.127.0.0.1.example"],
  ["it is http to the IPv6 address of every interface", "http://[::]"],
  ["it is http to an IPv6 address that begins like loopback", "http://[::1:2]"],
  ["it is http to an IPv6 address that ends like loopback", "http://[2001:db8::1]"],
  ["it is http to another IPv4 address in IPv6", "http://[::ffff:128.0.0.1]"],
  ["it is http to an IPv6 address that looks like a mapped one", "http://[::ffff:7f:1:2]"],
  ["it is http to an IPv6 address with an embedded loopback address", "http://[::127.0.0.1]"],
];

export const baseUrls: Case[] = [
  ...bad.map(
    ([why, baseUrl, echo]): Case => ({
      title: "createClient rejects a base URL",
      name: why,
      client: { baseUrl },
      expect: { error: "ConfigurationError", messageIncludes: ["baseUrl"], ...(echo && { redacts: [echo] }) },
    }),
  ),
  ...["/", "//", "/v1", "/v1/", "/v1///", "/a%20b/c", "/%7Ba%7D"].map((prefix): Case => {
    const kept = prefix.replace(/\/+$/, "");
    return {
      title: "a base URL keeps its path prefix",
      name: prefix,
      prefix,
      operation: "getItem",
      input: { spaceId: "s", itemId: "i" },
      responses: [{ json: {} }],
      requests: [`GET ${kept}/flex/spaces/s/items/i`],
      expect: { data: {} },
    };
  }),
  {
    title: "an error below a prefix names the whole URL",
    prefix: "/v1/",
    responses: [{ status: 404, json: {} }],
    requests: ["GET /v1/leads"],
    expect: { error: "ApiError", messageIncludes: ["/v1/leads"] },
  },
];
