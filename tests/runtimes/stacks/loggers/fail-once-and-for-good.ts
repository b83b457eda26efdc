import type { Logger } from "@serviceform/client";
import { apiKey, createClient } from "../installed.ts";
import { startSandbox } from "../start-sandbox.ts";

/** Logs a call that gets a 502, and in its second attempt a 404. */
export async function failOnceAndForGood(logger: Logger): Promise<void> {
  await using api = await startSandbox();
  api.sandbox.faults.add({ kind: "status", status: 502 });
  const serviceform = createClient({ apiKey, baseUrl: api.url, logger, retries: { baseDelayMs: 1 } });
  await serviceform.safe.getItem({ spaceId: api.spaceId, itemId: "unknown" });
}

/** The log line of the retry: the reason with its status, the call, the attempt and the delay. */
export const RETRY = /502.*getItem GET http.*attempt 1.*\d ms/;

/** The log line of the failure: the reason with its status, the call and the attempt. */
export const FAILURE = /404.*unknown.*getItem GET http.*attempt 2/;
