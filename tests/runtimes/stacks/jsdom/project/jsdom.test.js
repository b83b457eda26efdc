// @vitest-environment jsdom
import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { expect, test } from "vitest";

const options = { dangerouslyAllowBrowser: true, retries: 0 };

test("a call of the sandbox in memory works in jsdom", async () => {
  const serviceform = createClient({ ...options, fetch: createSandbox().fetch });
  expect(await serviceform.listLeads()).not.toHaveLength(0);
});

// Node's fetch rejects the signals of jsdom's AbortController, which has replaced Node's.
test("a call over a socket in jsdom rejects with a cause that names AbortSignal", async () => {
  const error = await createClient(options)
    .listLeads()
    .catch((thrown) => thrown);
  expect(error.name).toBe("ConnectionError");
  expect(error.cause.message).toContain("to be an instance of AbortSignal");
});

test("a call over a socket works in jsdom when its fetch gets no signal", async () => {
  const serviceform = createClient({ ...options, fetch: (url, { signal, ...init }) => fetch(url, init) });
  expect(await serviceform.listLeads()).not.toHaveLength(0);
});
