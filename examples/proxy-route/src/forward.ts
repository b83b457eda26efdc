// #region forward
import { ConfigurationError, createClient, isApiError, isServiceformError } from "@serviceform/client";
import { matchOperation, type OperationId, operationTable } from "@serviceform/types";

const PREFIX = "/api/serviceform";
/** What visitors can do. Each other operation is an entry here, and its HTTP method one in the route. */
export const allowed = new Set<OperationId>(["listSpaces", "listItems", "createItem"]);

// The key is a function, because Next.js loads this module while it builds too, where there is no key.
const serviceform = createClient({ apiKey: () => process.env.SERVICEFORM_API_KEY ?? "", totalTimeoutMs: 10_000 });

export async function forward(request: Request): Promise<Response> {
  // Check here who the visitor is, and what they may see.
  const { pathname, searchParams } = new URL(request.url);
  const path = pathname.slice(PREFIX.length);
  const operation = matchOperation(request.method, path)?.operation;
  // A gateway may decode a slash within an ID, and take the path for that of an operation that is not allowed.
  const hasSlash = /%2f|%5c/i.test(path);
  if (operation === undefined || !allowed.has(operation) || hasSlash) return respond(404, { message: "Not found." });
  const { method } = operationTable[operation];
  // A form of another site can send a POST with the visitor's cookies, but not as JSON.
  const hasBody = method !== "GET" && method !== "DELETE";
  if (hasBody && !isJson(request.headers)) return respond(415, { message: "Send JSON." });

  try {
    // A name can come more than once, such as that of a list.
    const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
    const body: unknown = hasBody ? await request.json() : undefined;
    const data = await serviceform.request({ method, path, query, body }, { signal: request.signal });
    return respond(200, data ?? null);
  } catch (error) {
    return toResponse(error);
  }
}

/** Whether the media type is JSON, in any case and with parameters such as the charset. */
function isJson(headers: Headers): boolean {
  return /^application\/json[\t ]*(;|$)/i.test(headers.get("content-type") ?? "");
}

function toResponse(error: unknown): Response {
  if (error instanceof SyntaxError || error instanceof ConfigurationError)
    return respond(400, { message: "The request is invalid." });
  // Next.js throws through fetch to control rendering.
  if (!isServiceformError(error)) throw error;
  if (isApiError(error) && [400, 404, 422].includes(error.status)) return respond(error.status, error.body);
  // Everything else is a failure of ours: the log gets the reason without the key, and the page gets neither.
  console.error(error);
  return respond(502, { message: "Try again later." });
}

function respond(status: number, body: unknown): Response {
  // What a visitor may see stays in no cache, of a browser or on the way.
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
// #endregion
