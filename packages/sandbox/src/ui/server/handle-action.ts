import type { FaultList } from "../../faults/fault-list.js";
import { parseFault } from "../../faults/parse-fault.js";
import { readBody } from "../../http/read-body.js";
import { pageError } from "./page-error.js";
import { SAFETY_HEADERS } from "./safety-headers.js";

/** What the live view changes. */
export interface Changed {
  readonly faults: FaultList;
  reset(): void;
}

/** Does what the live view asks for; undefined where the path is none of its buttons. */
export function handleAction(request: Request, sandbox: Changed): Promise<Response> | undefined {
  const [, action, id] = /^\/_sandbox\/(faults|reset)(?:\/(\d+))?$/.exec(new URL(request.url).pathname) ?? [];
  if (!action || (action === "reset" && id)) return undefined;
  return change(request, sandbox, action, id);
}

async function change(request: Request, sandbox: Changed, action: string, id: string | undefined): Promise<Response> {
  const method = id ? "DELETE" : "POST";
  if (request.method !== method) return pageError(405, `${request.method} is not allowed here.`, { allow: method });
  if (isCrossOrigin(request)) return pageError(403, "Only the sandbox's own page may do this.");
  if (id) return sandbox.faults.remove(Number(id)) ? done() : pageError(404, "There is no such fault any more.");
  // A form of another page cannot send this type, and a script would have to ask first and be refused.
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    return pageError(415, "The body has to be application/json.");
  }
  if (action === "reset") sandbox.reset();
  else return add(await readBody(request), sandbox);
  return done();
}

function add({ json }: { readonly json?: unknown }, { faults }: Changed): Response {
  try {
    faults.add(parseFault(json));
    return done();
  } catch (error) {
    if (error instanceof TypeError) return pageError(400, error.message);
    throw error;
  }
}

/** By the header that browsers add and scripts cannot change, and by the origin for those that do not add it. */
function isCrossOrigin({ headers, url }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  if (origin === null) return false;
  // The scheme may differ, behind a proxy that ends TLS.
  return !URL.canParse(origin) || new URL(origin).host !== new URL(url).host;
}

function done(): Response {
  return new Response(null, { status: 204, headers: SAFETY_HEADERS });
}
