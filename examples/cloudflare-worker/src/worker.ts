// #region worker
import { createClient } from "@serviceform/client";

/** The bindings: the key is a secret (`wrangler secret put SERVICEFORM_API_KEY`), never part of the code. */
export interface Env {
  readonly SERVICEFORM_API_KEY: string;
  readonly SERVICEFORM_BASE_URL?: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname !== "/chats/today") return new Response("Not found.", { status: 404 });

    const serviceform = createClient({
      apiKey: env.SERVICEFORM_API_KEY,
      baseUrl: env.SERVICEFORM_BASE_URL,
      totalTimeoutMs: 10_000,
    });
    const startTime = `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`;
    const result = await serviceform.safe.getChatStatistics({ startTime }, { signal: request.signal });
    if (result.ok) return Response.json({ chats: result.data.totalChats });

    // The message quotes the API's own message, but no other part of a body, no query value and no key.
    console.error(result.error.message);
    return new Response("Something went wrong.", { status: 502 });
  },
};
// #endregion
