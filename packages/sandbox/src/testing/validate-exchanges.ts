import type { Sandbox, SandboxInternals } from "../create-sandbox.js";
import type { ResponseFault } from "../faults/fault-list.js";
import { observeBody } from "../http/observe-body.js";
import type { RecordedRequest } from "../pipeline/log-entry.js";
import { validateExchange } from "./validate-exchange.js";
import { validateFaultResponse } from "./validate-fault-response.js";

/** A sandbox whose responses are validated. */
export interface ValidatedSandbox extends SandboxInternals {
  /** The requests since the last call that were not validated. */
  takeUnvalidated(): RecordedRequest[];
}

/** Validates every response of a sandbox against the contract, or against the fault of its request. */
export function validateExchanges(open: SandboxInternals, addIssue: (issue: string) => void): ValidatedSandbox {
  const { sandbox, faults } = open;
  const seen = new WeakSet<RecordedRequest>();
  const taken: { fault?: ResponseFault | undefined } = {};
  const take = faults.take;
  faults.take = (...given) => {
    const both = take(...given);
    taken.fault = both.fault;
    return both;
  };

  const fetch: Sandbox["fetch"] = async (input, init) => {
    taken.fault = undefined;
    const pending = sandbox.fetch(input, init);
    // Before its first `await`, the sandbox has recorded the request and taken its fault.
    const request = sandbox.requests.at(-1);
    const { fault } = taken;
    if (request) seen.add(request);
    const response = await pending;
    if (!request || isPreflight(request)) return response;
    const { method, url } = request;
    const condition = request.headers["if-none-match"];
    const { status, headers } = response;
    return observeText(response, fault, (text) => {
      const exchange = { method, url, condition, status, headers, text };
      const issue = fault ? validateFaultResponse(fault, exchange) : validateExchange(exchange);
      if (issue) addIssue(`${method} ${url} responded with ${status}: ${issue}`);
    });
  };
  const takeUnvalidated = (): RecordedRequest[] => {
    const unvalidated = sandbox.requests.filter((request) => !seen.has(request));
    for (const request of unvalidated) seen.add(request);
    return unvalidated;
  };
  return { ...open, sandbox: { ...sandbox, fetch }, takeUnvalidated };
}

/** The contract has no preflight requests. */
function isPreflight({ method, headers }: RecordedRequest): boolean {
  return method === "OPTIONS" && "access-control-request-method" in headers;
}

/**
 * Passes the text to `onText`: at once if it is complete, else when it has been read. It is read no faster than by the
 * recipient.
 */
async function observeText(
  response: Response,
  fault: ResponseFault | undefined,
  onText: (text: string) => void,
): Promise<Response> {
  const isPartial = fault?.kind === "cut" || fault?.kind === "stall" || fault?.kind === "slow";
  if (!response.body || (response.headers.has("content-length") && !isPartial)) {
    onText(await response.clone().text());
    return response;
  }
  const decoder = new TextDecoder();
  let text = "";
  const body = observeBody(response.body, {
    onChunk(chunk) {
      text += decoder.decode(chunk, { stream: true });
    },
    onEnd(end) {
      if (end === "complete") onText(text + decoder.decode());
      // A list arrives in whole elements, so that a cancelled list can be validated as far as it has been read.
      if (end === "cancelled" && text && !fault) onText(`${text}]`);
    },
  });
  return new Response(body, response);
}
