import { expect, onTestFinished, test, vi } from "vitest";
import { otherSecurity } from "./cases/operations.ts";
import type { Connection, SentRequest } from "./connect.ts";
import { loadContract } from "./load-contract.ts";

const contract = await loadContract(otherSecurity);

const credentials = {
  apiKey: "key-1",
  bearer: "token-1",
  login: { username: "jane", password: "pass:word" },
  queryKey: "key-2",
  second: "key-3",
};

test.for([
  ["listRows", { "x-key": "key-1" }, ""],
  ["getStatus", {}, ""],
  ["getToken", { authorization: "Bearer token-1" }, ""],
  ["getBasic", { authorization: `Basic ${btoa("jane:pass:word")}` }, ""],
  ["getQuery", {}, "?key=key-2"],
  ["getQueries", {}, "?key=key-2&second=key-3"],
  ["getBoth", { "x-key": "key-1", authorization: "Bearer token-1" }, ""],
  ["getOptional", { authorization: "Bearer token-1" }, ""],
] as const)("%s carries the headers %j and the query %s", async ([id, headers, query]) => {
  for (const options of [credentials, asFunctions(credentials)]) {
    const { client, sent } = connectSecured(options);
    await client[id]?.();
    const { "x-key": key, authorization } = sent[0]?.headers ?? {};
    expect({ ...(key && { "x-key": key }), ...(authorization && { authorization }) }).toEqual(headers);
    expect(sent[0]?.url).toBe(`https://api.test${contract.operationTable[id]?.path}${query}`);
  }
});

test.for([
  ["listRows", {}, "apiKey is required for listRows"],
  ["getToken", { apiKey: "k" }, "bearer is required for getToken"],
  ["getBoth", { apiKey: "k" }, "bearer is required for getBoth"],
  ["listRows", { apiKey: (): string => "" }, "apiKey is required"],
  ["listRows", { apiKey: (): undefined => undefined }, "apiKey is required"],
  ["listRows", { apiKey: (): null => null }, "apiKey is required"],
  ["listRows", { apiKey: (): number => 5 }, "apiKey must be printable ASCII"],
  ["listRows", { apiKey: (): string => "a\nb" }, "apiKey must be printable ASCII"],
] as const)("%s with the options %j rejects: %s", async ([id, options, message]) => {
  const { client, sent } = connectSecured(options);
  await expect(client[id]?.()).rejects.toMatchObject({
    name: "ConfigurationError",
    param: message.split(" ")[0],
    code: message.includes("must") ? "invalid_api_key" : "missing_api_key",
    message: expect.stringContaining(message),
  });
  expect(sent).toEqual([]);
});

test("the second security requirement is used when the credentials of the first are not set", async () => {
  const { client, sent } = connectSecured({ bearer: "token-1" });
  await client.listRows?.();
  await client.getStatus?.();
  await client.getOptional?.();
  expect(sent.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", undefined, "Bearer token-1"]);
});

test("a basic credential is sent in UTF-8", async () => {
  const { client, sent } = connectSecured({ login: { username: "jöhn", password: "p€ss" } });
  await client.getBasic?.();
  expect(sent[0]?.headers.authorization).toBe(`Basic ${Buffer.from("jöhn:p€ss").toString("base64")}`);
});

test("a credential in the query follows the other parameters and is encoded", async () => {
  const { client, sent } = connectSecured({ queryKey: "a&b=c" });
  await client.getQuery?.({ page: 2 });
  expect(sent[0]?.url).toBe("https://api.test/query?page=2&key=a%26b%3Dc");
});

test("a query parameter of the call's credential is rejected outside the contract too", async () => {
  const { client, paths, sent } = connectSecured(credentials);
  const query = { key: "other" };
  const call = client.getQuery?.({}, { extra: { query } });
  await expect(call).rejects.toMatchObject({ code: "invalid_input", param: "extra.query.key" });
  await expect(paths.GET?.("/query", { params: { query } })).rejects.toMatchObject({ param: "key" });
  expect(sent).toEqual([]);
  await client.listRows?.({}, { extra: { query } });
  await client.request?.({ method: "GET", path: "/rows", query });
  expect(sent.map(({ url }) => url)).toEqual(Array(2).fill("https://api.test/rows?key=other"));
});

test("a query parameter of the default credential is rejected in a request outside the contract", async () => {
  const { createClient } = await loadContract({ ...otherSecurity, security: [{ "query-key": [] }] });
  const client = createClient({ queryKey: "key-2", fetch: async () => Response.json({}) } as never);
  const call = client.request?.({ method: "GET", path: "/other", query: { key: "other" } });
  await expect(call).rejects.toMatchObject({ code: "invalid_input", param: "query.key" });
});

test("the environment is not read for a key that is passed", () => {
  const read = vi.fn();
  vi.stubGlobal("process", { env: new Proxy({}, { get: (_, name) => void read(name) }) });
  onTestFinished(() => void vi.unstubAllGlobals());
  contract.createClient({ apiKey: "k", baseUrl: "https://api.test" });
  expect(read).not.toHaveBeenCalled();
  contract.createClient({ baseUrl: "https://api.test" });
  expect(read).toHaveBeenCalledWith("SERVICEFORM_API_KEY");
});

test("a credential function that fails is a ConfigurationError with its cause", async () => {
  const { client, sent } = connectSecured({ bearer: () => Promise.reject(new Error("vault?token=SECRET")) });
  await expect(client.getToken?.()).rejects.toMatchObject({
    name: "ConfigurationError",
    code: "api_key_function_failed",
    param: "bearer",
    message: expect.stringMatching(/^bearer must return the token; the function failed: getToken GET /),
    cause: { message: "vault?token=***" },
  });
  expect(sent).toEqual([]);
});

test("a credential function that stalls ends with the call's limits", async () => {
  const { client, sent } = connectSecured({ bearer: () => new Promise(() => {}) });
  await expect(client.getToken?.({}, { timeoutMs: 1 })).rejects.toMatchObject({ name: "TimeoutError", limitMs: 1 });
  const aborted = client.getToken?.({}, { signal: AbortSignal.timeout(1) });
  await expect(aborted).rejects.toMatchObject({ name: "TimeoutError", code: DOMException.TIMEOUT_ERR });
  expect(sent).toEqual([]);
});

test("a framework's error from a credential function is rethrown", async () => {
  const controlFlow = Object.assign(new Error("redirect"), { digest: "NEXT_REDIRECT" });
  const fail = async (): Promise<never> => {
    throw controlFlow;
  };
  const { client, sent } = connectSecured({ bearer: fail });
  await expect(client.getToken?.()).rejects.toBe(controlFlow);
  expect(sent).toEqual([]);
});

test.for([
  [{ bearer: "" }, "missing_api_key", "bearer", "bearer is required"],
  [{ bearer: "abc\nb" }, "invalid_api_key", "bearer", "bearer must be printable ASCII"],
  [{ bearer: " abc" }, "invalid_api_key", "bearer", "bearer must be printable ASCII"],
  [{ bearer: "abc " }, "invalid_api_key", "bearer", "bearer must be printable ASCII"],
  [{ bearer: "Bearer abc" }, "invalid_api_key", "bearer", "bearer must be the token, not"],
  [
    { bearer: { username: "abc", password: "abc" } },
    "invalid_option",
    "bearer",
    "bearer must be a string or a function",
  ],
  [{ login: "abc" }, "invalid_option", "login", "login must be an object or a function"],
  ...[
    { username: "a:b", password: "abc" },
    { username: "abc" },
    { password: "abc" },
    { username: 5, password: "abc" },
    { username: "a", password: "abc\n" },
    { username: "abc\u007f", password: "a" },
    { username: "\0abc", password: "a" },
  ].map((login) => [{ login }, "invalid_api_key", "login", "login must be a username without a colon"] as const),
  [{ token: "abc" }, "unknown_option", "token", 'unknown option "token"'],
  [
    { apiKey: "k", headers: { authorization: "Bearer abc" } },
    "reserved_header",
    "headers.authorization",
    "headers.authorization must not be set",
  ],
] as const)("the options %j are rejected as %s of %s without showing a secret", ([options, code, param, message]) => {
  const create = () => contract.createClient(options as never);
  expect(create).toThrow(expect.objectContaining({ code, param, message: expect.stringContaining(message) }));
  expect(create).not.toThrow(/abc/);
});

test.for(["a", "a b", "~"])("the credential %j is sent", async (bearer) => {
  const { client, sent } = connectSecured({ bearer });
  await client.getToken?.();
  expect(sent[0]?.headers.authorization).toBe(`Bearer ${bearer}`);
});

test("only the API key comes from the environment, unless it is an option", async () => {
  vi.stubEnv("SERVICEFORM_API_KEY", "key-of-the-environment");
  const clients = [connectSecured({}), connectSecured({ apiKey: "key-1" })];
  vi.unstubAllEnvs();
  for (const { client } of clients) await client.listRows?.();
  expect(clients.map(({ sent }) => sent[0]?.headers["x-key"])).toEqual(["key-of-the-environment", "key-1"]);
  await expect(clients[0]?.client.getToken?.()).rejects.toThrow("bearer is required");
});

test("a header with the name of a key in the query is sent", async () => {
  const { client, sent } = connectSecured({ apiKey: "key-1", headers: { key: "1" } });
  await client.listRows?.();
  expect(sent[0]?.headers).toMatchObject({ key: "1", "x-key": "key-1" });
});

test("a parameter with the name of a key that the operation does not need is sent, by method and by path", async () => {
  const { client, paths, sent } = connectSecured({ apiKey: "key-1", bearer: "token-1" });
  await client.getForeign?.({ "X-Key": "a" });
  await paths.GET?.("/foreign", { params: { header: { "X-Key": "b" } } });
  expect(sent.map(({ headers }) => [headers["x-key"], headers.authorization])).toEqual([
    ["a", "Bearer token-1"],
    ["b", "Bearer token-1"],
  ]);
});

test("a parameter that repeats a credential of its operation is not taken", async () => {
  const { client, paths, sent } = connectSecured({ apiKey: "key-1", bearer: "token-1" });
  await expect(client.getBoth?.({ "X-Key": "a" })).rejects.toThrow('unknown input "X-Key"');
  const byPath = paths.GET?.("/both", { params: { header: { "X-Key": "a" } } });
  await expect(byPath).rejects.toThrow("headers.x-key must not be set");
  expect(sent).toEqual([]);
});

test("a credential that the API echoes is redacted", async () => {
  const { createClient } = contract;
  const headers = { "x-request-id": "token-1" };
  const fetch = async () => Response.json({ message: "echo: token-1, key-1, key-2" }, { status: 400, headers });
  const client = createClient({ ...credentials, fetch } as never);
  for (const [id, secrets] of [
    ["getBoth", ["token-1", "key-1"]],
    ["getQuery", ["key-2"]],
  ] as const) {
    const error = Object(await client[id]?.().catch((error) => error));
    expect(error.name).toBe("ApiError");
    const shown = JSON.stringify([error, error.message, error.requestId, error.url]);
    for (const secret of secrets) expect(shown).not.toContain(secret);
    expect(error.message).toMatch(/^API responded with 400 "echo: .*\*\*\*/);
  }
});

test.for(["getStatus", "getBoth"])("an error of %s has the request id, which is no credential", async (id) => {
  const fetch = async () => Response.json({}, { status: 400, headers: { "x-request-id": "req-1" } });
  const client = contract.createClient({ ...credentials, fetch } as never);
  await expect(client[id]?.()).rejects.toMatchObject({ name: "ApiError", requestId: "req-1" });
});

test.for([
  ["listRows", { "x-key": "sf_sandbox_key" }, 204],
  ["listRows", { authorization: "bearer sf_sandbox_key" }, 204],
  ["listRows", { authorization: "Bearer another" }, 403],
  ["listRows", {}, 403],
  ["getStatus", {}, 204],
  ["getToken", { "x-key": "sf_sandbox_key" }, 403],
  ["getBasic", { authorization: `Basic ${btoa("any:sf_sandbox_key")}` }, 204],
  ["getBasic", { authorization: "Basic %" }, 403],
  ["getBoth", { "x-key": "sf_sandbox_key" }, 403],
] as const)("the sandbox responds to %s with %j by %i", async ([id, headers, status]) => {
  const { sandbox } = connectSecured({});
  const { path } = contract.operationTable[id] ?? { path: "" };
  expect((await sandbox.fetch(`https://api.test${path}`, { headers })).status).toBe(status);
  expect(JSON.stringify(sandbox.requests)).not.toContain("sf_sandbox_key");
});

test.for([
  ["listRows", "// The key comes from SERVICEFORM_API_KEY.", "", '-H "x-key: $SERVICEFORM_API_KEY"'],
  ["getStatus", "", "", ""],
  ["getToken", "", ", bearer: process.env.SERVICEFORM_BEARER", '-H "authorization: Bearer $SERVICEFORM_BEARER"'],
  [
    "getBasic",
    "",
    ', login: { username: process.env.SERVICEFORM_LOGIN_USERNAME ?? "", password: process.env.SERVICEFORM_LOGIN_PASSWORD ?? "" }',
    '-u "$SERVICEFORM_LOGIN_USERNAME:$SERVICEFORM_LOGIN_PASSWORD"',
  ],
  ["getQuery", "", ", queryKey: process.env.SERVICEFORM_QUERY_KEY", '"?key=$SERVICEFORM_QUERY_KEY"'],
  [
    "getBoth",
    "// The key comes from SERVICEFORM_API_KEY.",
    ", bearer: process.env.SERVICEFORM_BEARER",
    '-H "x-key: $SERVICEFORM_API_KEY" \\\n  -H "authorization: Bearer $SERVICEFORM_BEARER"',
  ],
  ["getOptional", "", "", ""],
] as const)("the sandbox pages print a call of %s with its credentials", ([operation, comment, options, inCurl]) => {
  const { path } = contract.operationTable[operation] ?? { path: "" };
  const url = `https://api.test${path}`;
  const call = { operationId: operation, input: {}, baseUrl: "https://api.test" };
  for (const code of [contract.renderClientCall(call), contract.renderPathCall(call)]) {
    expect(code).toContain(`{ baseUrl: "https://api.test"${options} });`);
    expect(/^\/\/.*/m.exec(code)?.[0] ?? "").toBe(comment);
  }
  const curl = contract.renderCurl({ operation, method: "GET", url, headers: {}, body: "" });
  expect(curl).toBe(`curl '${url}'${inCurl.startsWith("-") ? " \\\n  " : ""}${inCurl}`);
});

test.for(["listRows", "getToken", "getBasic", "getQuery", "getQueries", "getBoth"])(
  "the sandbox records %s without its credentials, and sends it again with them",
  async (id) => {
    const internals = contract.createInternals({ apiKey: "sf_sandbox_key" });
    const { sandbox, log } = internals;
    const all = { apiKey: "sf_sandbox_key", bearer: "sf_sandbox_key", queryKey: "sf_sandbox_key" };
    const login = { username: "jane", password: "sf_sandbox_key" };
    const given = { ...all, login, second: "sf_sandbox_key", fetch: sandbox.fetch };
    await contract.createClient(given as never)[id]?.(id === "getQuery" ? { page: 2 } : {});
    const replies: Promise<Response>[] = [];
    const fetch: typeof sandbox.fetch = (...request) => {
      const reply = sandbox.fetch(...request);
      replies.push(reply);
      return reply;
    };
    contract.replayRequest({ ...internals, sandbox: { ...sandbox, fetch } }, log.entries()[0]);
    await Promise.all(replies);
    expect(sandbox.requests.map(({ status }) => status)).toEqual([204, 204]);
    expect(JSON.stringify(sandbox.requests)).not.toContain("sf_sandbox_key");
    expect(new Set(sandbox.requests.map(({ url }) => url)).size).toBe(1);
  },
);

test.for(["listRows", "getStatus", "getToken", "getBasic", "getQuery", "getQueries", "getBoth"])(
  "the live view calls %s with its credentials",
  async (id) => {
    const pages = contract.createPages(contract.createInternals({ apiKey: "it's-a-key&=" }), []);
    const url = `http://127.0.0.1/_sandbox/operations/${id}`;
    const headers = { "content-type": "application/json" };
    const response = await pages.fetch(new Request(url, { method: "POST", headers, body: "{}" }));
    expect(response?.status).toBe(204);
  },
);

/** A client whose requests are recorded, and a sandbox beside it. */
function connectSecured(options: object): Pick<Connection, "client" | "paths" | "sandbox" | "sent"> {
  const sent: SentRequest[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ method: "GET", url, headers: Object.fromEntries(new Headers(init.headers)), body: undefined });
    return new Response(null, { status: 204 });
  };
  // Credentials beside the key are options of this contract alone.
  const given = { ...options, retries: 0, fetch } as never;
  const client = contract.createClient(given);
  const paths = contract.createFetchClient(given);
  return { client, paths, sandbox: contract.createSandbox({ apiKey: "sf_sandbox_key" }), sent };
}

function asFunctions(options: object): object {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, async () => value]));
}
