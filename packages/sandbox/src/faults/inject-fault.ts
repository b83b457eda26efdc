import type { OperationContract } from "../contract/operation-contract.js";
import { NULL_BODY_STATUSES } from "../http/null-body-statuses.js";
import { errorResponse, type ResponseData } from "../http/response-data.js";
import { toResponse } from "../http/to-response.js";
import { connectionReset, refusedRedirect, stalledBody, truncatedBody, untilAborted } from "./broken-connection.js";
import { corruptBody } from "./corrupt-body.js";
import type { ResponseFault } from "./fault-list.js";

interface FaultContext {
  readonly operation: OperationContract;
  readonly request: Request;
  /** Carries the operation out. */
  readonly run: () => ResponseData;
  readonly signal: AbortSignal | undefined;
}

/** Answers as the fault has it, and in memory as the network would: it rejects, never settles, or breaks off. */
export async function injectFault(
  fault: ResponseFault,
  { operation, request, run, signal }: FaultContext,
): Promise<Response> {
  const { applied = appliedByDefault[fault.kind] } = fault;
  // Where nothing is carried out there is no answer to spoil; an empty object stands in for it.
  const answer = applied ? run() : { status: 200, body: { value: {} } };
  switch (fault.kind) {
    case "status":
      return toResponse(statusAnswer(fault));
    case "html":
      return htmlPage(fault.status);
    case "redirect":
      // In memory there is nowhere to follow it to, so "follow" gets to see it too.
      if (request.redirect === "error") throw refusedRedirect();
      return new Response(null, { status: 302, headers: { location: fault.to } });
    case "reset":
      throw connectionReset();
    case "stall": {
      if (fault.after === "nothing") return untilAborted(signal);
      const { status, headers } = toResponse(answer);
      return new Response(stalledBody(signal), { status, headers });
    }
    case "cut": {
      const { body, status, headers } = toResponse(answer);
      return new Response(truncatedBody(body), { status, headers });
    }
    case "shape":
      if ("body" in fault) return toResponse({ status: answer.status, body: { value: fault.body } });
      return toResponse(corruptBody(operation, answer));
    default:
      throw fault satisfies never;
  }
}

/** A broken connection mostly comes after the API has done its work. A status can too, from a gateway, but has to be asked for. */
const appliedByDefault: { readonly [Kind in ResponseFault["kind"]]: boolean } = {
  status: false,
  html: false,
  redirect: false,
  reset: true,
  stall: true,
  cut: true,
  shape: true,
};

function htmlPage(status = 200): Response {
  const [title, text] =
    status === 200 ? ["Sign in", "Sign in to continue."] : [`Error ${status}`, "The gateway got no usable response."];
  const page = `<!doctype html><title>${title}</title><p>${text}</p>`;
  return new Response(page, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

function statusAnswer({
  status,
  retryAfterSeconds,
}: Extract<ResponseFault, { readonly kind: "status" }>): ResponseData {
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return NULL_BODY_STATUSES.has(status)
    ? { status, headers }
    : errorResponse(status, `An injected fault: ${status}.`, headers);
}
