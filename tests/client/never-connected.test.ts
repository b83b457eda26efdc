import { expect, test } from "vitest";
import { clientOf, jsonResponse, rejection } from "./runner/scripted-client.ts";
import { settle, useVirtualTime } from "./runner/virtual-time.ts";

useVirtualTime(0.5);

const coded = (code: string, fields: object = {}): Error => Object.assign(new Error(`x ${code}`), { code, ...fields });
const wrapped = (cause: unknown): Error => new TypeError("fetch failed", { cause });

/** Errors of runtimes after which no request can have been sent. */
const neverSent: Record<string, unknown> = {
  "a name that is not resolved": wrapped(coded("ENOTFOUND")),
  "a resolver that is not there": wrapped(coded("EAI_AGAIN")),
  "a rejected connection": wrapped(coded("ECONNREFUSED")),
  "undici's connect timeout": wrapped(coded("UND_ERR_CONNECT_TIMEOUT")),
  "the system's connect timeout": wrapped(coded("ETIMEDOUT", { syscall: "connect" })),
  "a network that is not reached": wrapped(coded("ENETUNREACH", { syscall: "connect" })),
  "a rejection on every address": wrapped(
    new AggregateError([coded("ECONNREFUSED"), coded("ETIMEDOUT", { syscall: "connect" })]),
  ),
  "Bun's rejection": coded("ConnectionRefused"),
  "Deno's rejection": new TypeError("error sending request for url (x): client error (Connect): tcp connect error"),
  "node-fetch's connect timeout": coded("ETIMEDOUT", {
    message: "request to x failed, reason: connect ETIMEDOUT 192.0.2.1",
  }),
  "a wrapper's error around it": new Error("request failed", { cause: wrapped(coded("ENOTFOUND")) }),
};

/** Errors of an untrusted certificate: no request was sent, and a retry would fail alike. */
const untrusted: Record<string, unknown> = {
  ...Object.fromEntries(
    [
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "SELF_SIGNED_CERT_IN_CHAIN",
      "CERT_HAS_EXPIRED",
      "CERT_NOT_YET_VALID",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "ERR_TLS_CERT_ALTNAME_INVALID",
      "HOSTNAME_MISMATCH",
      "INVALID_CA",
      "INVALID_PURPOSE",
      "PATH_LENGTH_EXCEEDED",
      "CRL_HAS_EXPIRED",
      "UNABLE_TO_GET_CRL",
      "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
    ].map((code) => [code, wrapped(coded(code))]),
  ),
  "another failure of a second address": wrapped(
    new AggregateError([coded("ECONNREFUSED"), coded("CERT_HAS_EXPIRED")]),
  ),
  "Deno's words": new TypeError("client error (Connect): invalid peer certificate: UnknownIssuer"),
};

/** Errors of an open connection, or without details: the request may have arrived. */
const lost: Record<string, unknown> = {
  "a reset": wrapped(coded("ECONNRESET", { syscall: "read" })),
  "a broken pipe": wrapped(coded("EPIPE", { syscall: "write" })),
  "a socket that was closed": wrapped(coded("UND_ERR_SOCKET")),
  "a wait for headers": wrapped(coded("UND_ERR_HEADERS_TIMEOUT")),
  "a read that timed out": wrapped(coded("ETIMEDOUT", { syscall: "read" })),
  "Chromium's error": new TypeError("Failed to fetch"),
  "Firefox's error": new TypeError("NetworkError when attempting to fetch resource."),
  "WebKit's error": new TypeError("Load failed"),
  "Chromium's error of a body": new TypeError("network error"),
  "Firefox's error of a body": new TypeError("Error in input stream"),
  "the error of code around fetch for an invalid response": coded("INVALID_RESPONSE"),
  "the error of code around fetch for a response that it cannot parse": coded("UNABLE_TO_PARSE"),
  "a text that names a code": new Error("ENOTFOUND, or CERT_HAS_EXPIRED"),
  "a loss, then a rejection": new AggregateError([coded("ECONNRESET"), coded("ECONNREFUSED")]),
};

const create = { spaceId: "s", primary_field: "x" };

/** A `fetch` that rejects with a reason that many times. */
function failing(reason: unknown, times = Number.POSITIVE_INFINITY) {
  const state = { requests: 0 };
  const client = clientOf(async () => {
    state.requests += 1;
    if (state.requests <= times) throw reason;
    return jsonResponse({ id: "i" });
  });
  return { client, state };
}

for (const [name, reason] of Object.entries(neverSent)) {
  test(`a create is retried after ${name}, and cannot have succeeded`, async () => {
    const { client, state } = failing(reason);
    const error = await settle(rejection(client.createItem(create)));
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 3, mayHaveSucceeded: false });
    expect(state.requests).toBe(3);
    const once = failing(reason, 1);
    expect(await settle(once.client.createItem(create))).toEqual({ id: "i" });
    expect(once.state.requests).toBe(2);
  });
}

for (const [name, reason] of Object.entries(untrusted)) {
  test(`no call is retried after ${name}, and a create cannot have succeeded`, async () => {
    const { client, state } = failing(reason);
    const expected = { name: "ConnectionError", attempts: 1, mayHaveSucceeded: false };
    expect(await settle(rejection(client.createItem(create)))).toMatchObject(expected);
    expect(await settle(rejection(client.listLeads()))).toMatchObject(expected);
    expect(state.requests).toBe(2);
  });
}

for (const [name, reason] of Object.entries(lost)) {
  test(`a create is not retried after ${name}, and may have succeeded`, async () => {
    const { client } = failing(reason);
    const error = await settle(rejection(client.createItem(create)));
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 1, mayHaveSucceeded: true });
    expect(await settle(rejection(client.getItem({ spaceId: "s", itemId: "i" })))).toMatchObject({ attempts: 3 });
  });
}

for (const [name, reason] of Object.entries({ ...neverSent, ...untrusted })) {
  test(`a create whose response breaks off with ${name} is sent once, and may have succeeded`, async () => {
    const state = { requests: 0 };
    const client = clientOf(async () => {
      state.requests += 1;
      return { status: 200, text: () => Promise.reject(reason) } as never;
    });
    const error = await settle(rejection(client.createItem(create)));
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 1, mayHaveSucceeded: true });
    expect(state.requests).toBe(1);
  });
}

test("an attempt that was not sent does not clear an earlier ambiguous one", async () => {
  const reasons = [neverSent["a rejected connection"], lost["a reset"]];
  const client = clientOf(() => Promise.reject(reasons.shift()));
  const error = await settle(rejection(client.createItem(create)));
  expect(error).toMatchObject({ attempts: 2, mayHaveSucceeded: true });
});

test("an error of another client that fetch rejects with is neither a rejection of this call nor retried", async () => {
  const inner = clientOf(async () => jsonResponse({}));
  const calls = {
    ConfigurationError: () => inner.getItem({ spaceId: "", itemId: "" }),
    ResponseError: () => clientOf(async () => new Response("<html>")).listLeads(),
  };
  for (const [name, call] of Object.entries(calls)) {
    const { client, state } = failing(await rejection(call()));
    const expected = { name: "ConnectionError", attempts: 1, mayHaveSucceeded: true, cause: { name } };
    const error = await settle(rejection(client.updateItem({ ...create, itemId: "i" })));
    expect(error).toMatchObject(expected);
    expect(error.message).toMatch(/^fetch rejected with an error of another client: updateItem /);
    expect(state.requests).toBe(1);
    const result = await settle(client.safe.listLeads());
    expect(result).toMatchObject({ ok: false, attempts: 1 });
  }
});
