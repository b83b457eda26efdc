import { isApiError, type ServiceformClient } from "@serviceform/client";
import express, { type Express, type Response } from "express";
import { createOnce, type State, type Submission } from "./create-once.ts";
import { verify } from "./verify.ts";

const RETRY_AFTER_SECONDS = 30;

interface Options {
  readonly serviceform: ServiceformClient;
  readonly spaceId: string;
  /** What the sender of the webhook signs with. */
  readonly secret: string;
  /** What an earlier process has stored. */
  readonly state?: State;
}

export function createApp({ serviceform, spaceId, secret, state }: Options): Express {
  const create = createOnce(serviceform, spaceId, state);
  const app = express().disable("x-powered-by");

  // #region route
  app.post("/webhooks/submission", express.raw({ type: "application/json", limit: "100kb" }), async (req, res) => {
    if (!Buffer.isBuffer(req.body)) return void res.status(415).end();
    if (!verify(req.body, req.get("x-signature") ?? "", secret)) return void res.status(401).end();
    const submission = readSubmission(req.body.toString());
    if (submission === undefined) return void res.status(422).end();
    try {
      res.json({ itemId: await create(submission) });
    } catch (error) {
      reject(error, res);
    }
  });

  function reject(error: unknown, res: Response): void {
    console.error(error);
    // To report it again would not help: with a 4xx most senders give up.
    if (isApiError(error, "createItem", 422)) return void res.status(422).end();
    // The sender must report it again, and not sooner than the API allows a retry.
    const wait = isApiError(error) ? Math.ceil((error.retryAfterMs ?? 0) / 1_000) : 0;
    res
      .set("retry-after", String(Math.max(wait, RETRY_AFTER_SECONDS)))
      .status(503)
      .end();
  }
  // #endregion

  return app;
}

function readSubmission(text: string): Submission | undefined {
  try {
    const { id, email } = JSON.parse(text) ?? {};
    return typeof id === "string" && typeof email === "string" && email.includes("@") ? { id, email } : undefined;
  } catch {
    return undefined;
  }
}
