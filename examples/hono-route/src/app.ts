import { ConfigurationError, createClient, isServiceformError } from "@serviceform/client";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";

interface Bindings {
  readonly SERVICEFORM_API_KEY: string;
  readonly SERVICEFORM_BASE_URL?: string;
}

export const app = new Hono<{ Bindings: Bindings }>();

// #region route
app.get("/spaces/:spaceId/items/:itemId", async (c) => {
  const result = await connect(c.env).safe.getItem(c.req.param(), { signal: c.req.raw.signal });
  if (result.ok) return c.json(result.data);
  if (result.error.status === 404) throw new HTTPException(404, { message: "There is no such item." });
  throw result.error;
});

app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse();
  // An unsafe path value, such as `..`.
  if (error instanceof ConfigurationError && error.param in c.req.param()) return c.text("Not found.", 404);
  console.error(error);
  return c.text("Something went wrong.", isServiceformError(error) ? 502 : 500);
});
// #endregion

function connect({ SERVICEFORM_API_KEY, SERVICEFORM_BASE_URL }: Bindings) {
  return createClient({
    apiKey: SERVICEFORM_API_KEY,
    totalTimeoutMs: 10_000,
    baseUrl: SERVICEFORM_BASE_URL,
  });
}
