import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { createContext, runInContext } from "node:vm";
import * as client from "@serviceform/client";
import { expect, onTestFinished, test } from "vitest";
import { clientEntry } from "./runner/client-entry.ts";
import { clientOf, jsonResponse, rejection } from "./runner/scripted-client.ts";

type Client = typeof client;
const { ApiError, ConnectionError, TimeoutError, ResponseError, ConfigurationError } = client;
const classes = { ApiError, ConnectionError, TimeoutError, ResponseError, ConfigurationError };
const { isApiError, isServiceformError } = client;

/** One error of every class, each with private data. */
async function everyError({ createClient }: Pick<Client, "createClient"> = client) {
  const call = (fetch: client.Fetch, options: client.ClientOptions = {}) =>
    rejection(
      createClient({ apiKey: "S3CRET", baseUrl: "https://api.example", fetch, retries: 0, ...options }).createItem({
        spaceId: "s",
        primary_field: "PRIVATE",
      }),
    );
  return {
    ApiError: await call(async () =>
      jsonResponse({ message: "taken", given: "PRIVATE" }, { status: 422, headers: { "x-private": "PRIVATE" } }),
    ),
    ConnectionError: await call(() =>
      Promise.reject(
        new TypeError("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) }),
      ),
    ),
    TimeoutError: await call(() => new Promise(() => {}), { timeoutMs: 5 }),
    ResponseError: await call(async () => new Response("<html>PRIVATE")),
    ConfigurationError: await call(async () => jsonResponse({}), { apiKey: () => "S3CRET\n" }),
  };
}

/** A second copy of the package, as when two versions are installed. */
async function loadCopy(): Promise<Client> {
  const folder = await mkdtemp(join(tmpdir(), "serviceform-copy-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dist = dirname(fileURLToPath(clientEntry));
  await cp(dist, join(folder, "dist"), { recursive: true });
  await symlink(join(dist, "../node_modules"), join(folder, "node_modules"));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  return import(/* @vite-ignore */ join(folder, "dist/index.js"));
}

test("every error is an instance of its class, of ServiceformError and of Error, with a literal name", async () => {
  for (const [name, error] of Object.entries(await everyError())) {
    expect(error).toBeInstanceOf(classes[name as keyof typeof classes]);
    expect(error).toBeInstanceOf(client.ServiceformError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe(name);
    expect(Object.prototype.toString.call(error)).toBe("[object Error]");
    expect(error.stack).toMatch(new RegExp(`^${name}: `));
    expect(error.message).toMatch(/^.+: createItem POST https:\/\/api\.example\/flex\/spaces\/s\/items$/);
    expect(String(error)).toBe(`${name}: ${error.message}`);
  }
});

test("each class has its own fields", async () => {
  const { ApiError, ConnectionError, TimeoutError, ResponseError, ConfigurationError } = await everyError();
  expect(ApiError.body).toEqual({ message: "taken", given: "PRIVATE" });
  expect(ApiError.headers.get("x-private")).toBe("PRIVATE");
  expect(ConnectionError.cause.cause.code).toBe("ECONNRESET");
  expect(JSON.stringify(ConnectionError)).not.toContain("cause");
  expect(ConnectionError.message).toContain("ECONNRESET");
  expect([TimeoutError.limit, TimeoutError.limitMs]).toEqual(["timeoutMs", 5]);
  expect(ResponseError.bodyPreview).toBe("<html>PRIVATE");
  expect(Object.values(ConfigurationError).join()).toContain("apiKey");
});

test("neither toJSON nor inspect show bodies, headers or the key", async () => {
  for (const error of Object.values(await everyError())) {
    for (const text of [
      JSON.stringify(error),
      inspect(error, { depth: 20 }),
      JSON.stringify({ error }),
      inspect(new Map([[error, error]]), { depth: 20 }),
      JSON.stringify({ ...error }),
      error.stack,
    ])
      expect(text).not.toMatch(/PRIVATE|S3CRET/);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: error.name,
      message: error.message,
      operation: "createItem",
      method: "POST",
      attempts: error.attempts,
      mayHaveSucceeded: error.mayHaveSucceeded,
    });
    expect(() => structuredClone(error)).not.toThrow();
  }
});

test("fields of an error and of its cause can be replaced, as those of any error", async () => {
  for (const [name, error] of Object.entries(await everyError())) {
    for (const failure of [error, Object(error.cause)]) {
      for (const key of ["name", "message", "stack", "code", "body", "headers", "bodyPreview", "cause"]) {
        failure[key] = "***";
        expect(failure[key]).toBe("***");
        Object.defineProperty(failure, key, { get: () => "defined" });
        expect(failure[key]).toBe("defined");
      }
    }
    expect(classes[name as keyof typeof classes].prototype.name).toBe(name);
  }
});

test("a printed client shows no option", () => {
  const made = clientOf(async () => jsonResponse([]), { apiKey: "S3CRET", headers: { "x-token": "PRIVATE" } });
  for (const text of [
    inspect(made, { depth: 20, showHidden: true }),
    JSON.stringify(made),
    String(made),
    Object.values(made).join(),
  ])
    expect(text).not.toMatch(/S3CRET|PRIVATE/);
});

test("isApiError narrows by operation and status", async () => {
  const { ApiError, ...others } = await everyError();
  expect(isApiError(ApiError)).toBe(true);
  expect(isApiError(ApiError, "createItem")).toBe(true);
  expect(isApiError(ApiError, "createItem", 422)).toBe(true);
  expect(isApiError(ApiError, "createItem", 403)).toBe(false);
  expect(isApiError(ApiError, "getItem")).toBe(false);
  expect(isApiError(ApiError, "getItem", 422)).toBe(false);
  for (const other of [
    ...Object.values(others),
    new Error("x"),
    null,
    undefined,
    0,
    "",
    {},
    { name: "ApiError", status: 422, operation: "createItem" },
    Object.create(null),
    () => {},
    Symbol("x"),
  ])
    expect(isApiError(other)).toBe(false);
  for (const no of [new Error("x"), null, undefined, 0, "", {}, { name: "ApiError" }])
    expect(isServiceformError(no)).toBe(false);
  for (const error of [ApiError, ...Object.values(others)]) expect(isServiceformError(error)).toBe(true);
});

test("guards recognize errors of another copy of the package", async () => {
  const copy = await loadCopy();
  expect(copy.ServiceformError).not.toBe(client.ServiceformError);
  for (const error of Object.values(await everyError(copy))) {
    expect(error).not.toBeInstanceOf(client.ServiceformError);
    expect(isServiceformError(error)).toBe(true);
  }
  const { ApiError } = await everyError();
  expect(copy.isApiError(ApiError, "createItem", 422)).toBe(true);
});

test("inputs, headers and signals of another realm work", async () => {
  const realm = createContext({});
  const seen: RequestInit[] = [];
  const made = clientOf(async (_, init) => {
    seen.push(init);
    return jsonResponse({ id: "i" });
  });
  const input = runInContext('({ spaceId: "s", primary_field: "x", })', realm);
  const options = runInContext('({ headers: { "x-trace": "t" }, timeoutMs: 1000, retries: { limit: 1 } })', realm);
  expect(await made.createItem(input, options)).toEqual({ id: "i" });
  expect(JSON.parse(String(seen[0]?.body))).toEqual({ primary_field: "x" });
  const deep = runInContext('({ spaceId: "s", primary_field: { a: [{ b: 1 }], c: Object.create(null) } })', realm);
  expect(await made.createItem(deep)).toEqual({ id: "i" });
  const dated = runInContext('({ spaceId: "s", primary_field: { a: new Date(0) } })', realm);
  expect(await rejection(made.createItem(dated))).toMatchObject({ name: "ConfigurationError" });
  const mapped = runInContext('({ spaceId: "s", primary_field: new Map() })', realm);
  expect(await rejection(made.createItem(mapped))).toMatchObject({ name: "ConfigurationError" });
});

test("methods work when they are detached from the client", async () => {
  const {
    listLeads,
    safe: { listSpaces },
    stream: { listChats },
  } = clientOf(async () => jsonResponse([1]));
  expect(await listLeads()).toEqual([1]);
  expect((await listSpaces()).ok).toBe(true);
  for await (const chat of listChats()) expect(chat).toBe(1);
});

test("a result of safe is a plain object that can be cloned, with the number of attempts", async () => {
  const responses = [() => jsonResponse({}, { status: 503 }), () => jsonResponse([{ id: "1" }])];
  const made = clientOf(async () => (responses.shift() as () => Response)(), { retries: { baseDelayMs: 0 } });
  const result = await made.safe.listLeads();
  expect(Object.entries(result)).toEqual([
    ["ok", true],
    ["data", [{ id: "1" }]],
    ["attempts", 2],
  ]);
  expect(structuredClone(result)).toEqual({ ok: true, data: [{ id: "1" }], attempts: 2 });
  expect(result.response?.status).toBe(200);
  const failed = await clientOf(async () => jsonResponse({}, { status: 404 })).safe.listLeads();
  expect(Object.keys(failed)).toEqual(["ok", "error", "attempts"]);
  expect(failed.response?.status).toBe(404);
});

test("safe returns the real response, with its body read, with data and with errors", async () => {
  const made = clientOf(async (url) =>
    url.endsWith("/leads")
      ? jsonResponse([1], { headers: { "x-id": "7" } })
      : jsonResponse({ message: "no" }, { status: 404 }),
  );
  const good = await made.safe.listLeads();
  expect(good).toMatchObject({ ok: true, data: [1] });
  expect(good.response).toBeInstanceOf(Response);
  expect(good.response?.headers.get("x-id")).toBe("7");
  expect(good.response?.bodyUsed).toBe(true);
  const bad = await made.safe.getItem({ spaceId: "s", itemId: "i" });
  expect(bad.ok).toBe(false);
  expect(bad.response?.status).toBe(404);
  const lost = await clientOf(() => Promise.reject(new TypeError("x")), { retries: 0 }).safe.listLeads();
  expect(lost.ok).toBe(false);
  expect("response" in lost).toBe(false);
});
