import type { Sandbox } from "../create-sandbox.js";

const HEALTH_PATH = "/_sandbox/health";
const STATE_PATH = "/_sandbox/state";

/** Responds to a health check and to a request for the state; undefined for every other request. */
export function reportStatus(request: Request, { store }: Sandbox): Response | undefined {
  if (request.method !== "GET") return undefined;
  const { pathname } = new URL(request.url);
  if (pathname === HEALTH_PATH) return Response.json({ status: "ok" }, { headers: NO_STORE });
  if (pathname === STATE_PATH) return Response.json(store, { headers: NO_STORE });
  return undefined;
}

const NO_STORE = { "cache-control": "no-store" };
