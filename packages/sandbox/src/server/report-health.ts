const HEALTH_PATH = "/_sandbox/health";

/** Responds to a health check, under any host name; undefined for every other request. */
export function reportHealth({ method, url }: Request): Response | undefined {
  if (!(method === "GET" || method === "HEAD") || new URL(url).pathname !== HEALTH_PATH) return undefined;
  // The HTTP server of Node.js sends no body to HEAD.
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
