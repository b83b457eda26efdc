import { expect, test } from "vitest";
import { createLargeBody, MIB } from "./runner/large-body.ts";
import { clientOf, jsonResponse, listLeadsBy, rejection } from "./runner/scripted-client.ts";

test("a body above the limit is a ResponseError, downloaded once, that names the limit and the stream", async () => {
  const { state, fetch } = createLargeBody(10, '[{"id":"', '"}]');
  const error = await rejection(clientOf(fetch, { maxResponseBytes: 4 * MIB }).listLeads());
  expect(error).toMatchObject({ name: "ResponseError", status: 200, attempts: 1 });
  expect(error.message).toMatch(
    /^API responded with 200, but the body exceeds 4194304 bytes \(maxResponseBytes\); client\.stream\.listLeads /,
  );
  expect(state).toMatchObject({ downloads: 1, cancelled: 1 });
  expect(state.sent).toBeLessThan(7);
});

test("the limit is exact, and counts bytes", async () => {
  const text = '[{"id":"äöü"}]';
  const bytes = Buffer.byteLength(text);
  const client = (maxResponseBytes: number) =>
    clientOf(async () => new Response(text), { maxResponseBytes, retries: 0 });
  expect(await client(bytes).listLeads()).toEqual([{ id: "äöü" }]);
  expect(await rejection(client(bytes - 1).listLeads())).toMatchObject({ name: "ResponseError" });
});

test("a write whose response is too large may have succeeded, and is sent once", async () => {
  let requests = 0;
  const fetch = async () => {
    requests += 1;
    return new Response(`{"id":"${"x".repeat(100)}"}`);
  };
  const client = clientOf(fetch, { maxResponseBytes: 50 });
  const error = await rejection(client.updateItem({ spaceId: "s", itemId: "i", primary_field: "x" }));
  expect(error).toMatchObject({ name: "ResponseError", mayHaveSucceeded: true });
  expect(error.message).toMatch(
    /^API responded with 200, but the body exceeds 50 bytes \(maxResponseBytes\): updateItem PUT /,
  );
  expect(requests).toBe(1);
});

test("an element of a stream above the limit is a ResponseError, and the download ends", async () => {
  const { state, fetch } = createLargeBody(10, '[{"id":"1"},{"id":"', '"}]');
  const error = await rejection(listLeadsBy.stream(clientOf(fetch, { maxResponseBytes: 4 * MIB })));
  expect(error).toMatchObject({ name: "ResponseError", status: 200 });
  expect(error.message).toContain("an element exceeds 4194304 bytes (maxResponseBytes)");
  expect(state).toMatchObject({ downloads: 1, cancelled: 1 });
  expect(state.sent).toBeLessThan(7);
});

test("a stream of any length whose elements are within the limit is read whole", async () => {
  const element = `{"id":"${"x".repeat(990)}"}`;
  const text = `[${Array(500).fill(element).join(",\n")}]`;
  const client = clientOf(async () => new Response(text), { maxResponseBytes: 2_000 });
  expect(await Array.fromAsync(client.stream.listLeads())).toHaveLength(500);
});

test("a large error body is read in part, and the status is kept", async () => {
  const { state, fetch } = createLargeBody(50, '{"message":"', '"}');
  const client = clientOf(async () => new Response((await fetch()).body, { status: 404 }));
  const error = await rejection(client.listLeads());
  expect(error).toMatchObject({ name: "ApiError", status: 404 });
  expect(error.body).toHaveLength(2_000);
  expect(state.sent).toBe(1);
  expect(state.cancelled).toBe(1);
});

test("an error body above 1 MiB is a text, also in JSON", async () => {
  const client = clientOf(async () => jsonResponse("x".repeat(MIB), { status: 404 }));
  expect(await rejection(client.listLeads())).toMatchObject({ name: "ApiError", body: `"${"x".repeat(1_999)}` });
});
