import { type ConfigurationErrorCode, createClient, type ServiceformClient } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { expect, test, vi } from "vitest";
import { clientOf, jsonResponse, rejection } from "./runner/scripted-client.ts";

const fetch = async () => jsonResponse({});
const call =
  (work: (client: ServiceformClient) => Promise<unknown>, options = {}) =>
  () =>
    work(clientOf(fetch, options));
const create = (options: object) => async () => createClient({ apiKey: "key", fetch, ...options });
const request = (path: string, init: object) => () =>
  createFetchClient({ apiKey: "key", fetch }).GET(path as "/leads", init as never);

const missing = { spaceId: "s" } as never;
const cases: Record<ConfigurationErrorCode, readonly [param: string, work: () => Promise<unknown>]> = {
  missing_api_key: ["apiKey", create({ apiKey: "" })],
  invalid_api_key: ["apiKey", create({ apiKey: "Bearer key" })],
  api_key_function_failed: [
    "apiKey",
    call((client) => client.listLeads(), { apiKey: () => Promise.reject(new Error("vault")) }),
  ],
  invalid_base_url: ["baseUrl", create({ baseUrl: "api.example" })],
  insecure_base_url: ["baseUrl", create({ baseUrl: "http://api.example" })],
  browser_not_allowed: [
    "dangerouslyAllowBrowser",
    () => {
      vi.stubGlobal("document", {});
      return create({})().finally(() => vi.unstubAllGlobals());
    },
  ],
  unknown_option: ["hooks.onFail", create({ hooks: { onFail: () => {} } })],
  invalid_option: ["retries.limit", call((client) => client.listLeads({}, { retries: { limit: 0.5 } }))],
  missing_validators: ["validators", create({ validate: "throw" })],
  invalid_header: ["headers.x y", create({ headers: { "x y": "1" } })],
  reserved_header: ["headers.host", create({ headers: { Host: "evil.example" } })],
  unknown_input: ["limit", call((client) => client.listLeads({ limit: 1 } as never))],
  missing_input: ["itemId", call((client) => client.getItem(missing))],
  invalid_input: ["startTime", call((client) => client.getChatStatistics({ startTime: new Date(0) as never }))],
  unsafe_path_value: ["itemId", call((client) => client.getItem({ spaceId: "s", itemId: ".." }))],
  cross_origin_url: ["url", request("/leads", { baseUrl: "https://evil.example" })],
  unknown_operation: ["url", request("/nowhere", {})],
};

test.for(Object.entries(cases))("a ConfigurationError has the code %s", async ([code, [param, work]]) => {
  const error = await rejection(work());
  expect(error).toMatchObject({ name: "ConfigurationError", code, param });
  expect(error.message).toContain(param);
  expect(error.docsUrl).toMatch(new RegExp(`/docs/errors\\.md#${code}$`));
  expect(error.toJSON()).toMatchObject({ code, param, docsUrl: error.docsUrl });
  expect(Object.keys(error)).not.toContain("docsUrl");
  expect("cause" in error).toBe(code === "api_key_function_failed");
});

test("docsUrl links to the section of the class", async () => {
  const error = await rejection(clientOf(async () => jsonResponse({}, { status: 404 })).listLeads());
  expect(error.docsUrl).toBe("https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md#apierror");
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ docsUrl: error.docsUrl });
});

test.for([
  [{ apiKey: 7 }, "apiKey must be a string or a function"],
  [{ baseUrl: 7 }, "baseUrl must be a string"],
] as const)("createClient rejects %o with its rule: %s", async ([options, message]) => {
  const error = await rejection(create(options)());
  expect(error).toMatchObject({ code: "invalid_option", param: message.split(" ")[0], message });
});

test("createClient and a call name the options that they know", async () => {
  const error = await rejection(create({ timeout: 5 })());
  expect(error.message).toMatch(/^unknown option "timeout"; expected timeoutMs, totalTimeoutMs, /);
  const ofCall = await rejection(call((client) => client.listLeads({}, { baseUrl: "/" } as never))());
  expect(ofCall.message).toMatch(/^unknown option "baseUrl"; expected [\w, ]*timeoutMs, totalTimeoutMs, /);
});

/** What is passed by mistake in place of options: its contents would be ignored. */
const opaque: Record<string, object> = {
  "an AbortController": new AbortController(),
  "a promise": Promise.resolve({ apiKey: "key" }),
  "a date": new Date(0),
  "an array": [],
  "a Map": new Map([["timeoutMs", 5]]),
  "an instance of a class with getters": new (class {
    get timeoutMs(): number {
      return 5;
    }
  })(),
};

test.for(Object.entries(opaque))("options must be a plain object, not %s", async ([, options]) => {
  const sent = vi.fn(fetch);
  const client = clientOf(sent);
  vi.stubEnv("SERVICEFORM_API_KEY", "key-of-the-environment");
  for (const work of [
    async () => createClient(options),
    () => client.listLeads({}, options),
    () => client.request({ method: "GET", path: "/a" }, options),
    () => client.listLeads({}, { retries: options }),
    () => client.listLeads({}, { extra: options }),
  ]) {
    const error = await rejection(work());
    expect(error).toMatchObject({ name: "ConfigurationError", code: "invalid_option" });
    expect(error.message).toMatch(/^(options|retries|extra) must be (a plain object|an integer|an object)/);
  }
  vi.unstubAllEnvs();
  expect(sent).not.toHaveBeenCalled();
});
