import { expect, test } from "vitest";
import { createLargeBody } from "./runner/large-body.ts";
import { clientOf, rejection } from "./runner/scripted-client.ts";

test("a body above the default limit is a ResponseError, downloaded once, that names the limit and the stream", async () => {
  const { state, fetch } = createLargeBody(200, '[{"id":"', '"}]');
  const error = await rejection(clientOf(fetch).listLeads());
  expect(error).toMatchObject({ name: "ResponseError", status: 200, attempts: 1 });
  expect(error.message).toMatch(
    /^API responded with 200, but the body exceeds 134217728 bytes \(maxResponseBytes\); client\.stream\.listLeads /,
  );
  expect(state).toMatchObject({ downloads: 1, cancelled: 1 });
  expect(state.sent).toBeLessThan(135);
});
