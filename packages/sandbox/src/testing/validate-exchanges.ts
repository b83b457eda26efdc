import type { Sandbox, SandboxInternals } from "../create-sandbox.js";
import type { ResponseFault } from "../faults/fault-list.js";
import type { RecordedRequest } from "../pipeline/log-entry.js";
import { validateExchange } from "./validate-exchange.js";
import { validateFaultResponse } from "./validate-fault-response.js";

/** A sandbox whose answers are validated. */
export interface ValidatedSandbox extends SandboxInternals {
  /** The requests that came in past the validateExchange since it was last asked. */
  takeUnvalidated(): RecordedRequest[];
}

/** Holds every answer of a sandbox against the contract, or against the fault that was to spoil it. */
export function validateExchanges(open: SandboxInternals, tell: (sentence: string) => void): ValidatedSandbox {
  const { sandbox, faults } = open;
  const heard = new WeakSet<RecordedRequest>();
  const taken: { fault?: ResponseFault | undefined } = {};
  const take = faults.take;
  faults.take = (...given) => {
    const both = take(...given);
    taken.fault = both.fault;
    return both;
  };

  const fetch: Sandbox["fetch"] = async (input, init) => {
    taken.fault = undefined;
    const answering = sandbox.fetch(input, init);
    // Before it awaits anything, the sandbox has recorded the request and taken its fault.
    const request = sandbox.requests.at(-1);
    const { fault } = taken;
    if (request) heard.add(request);
    const response = await answering;
    if (!request || isPreflight(request)) return response;
    const { method, url } = request;
    const { status, headers } = response;
    return listen(response, fault, (text) => {
      const answered = { method, url, status, headers, text };
      const wrong = fault ? validateFaultResponse(fault, answered) : validateExchange(answered);
      if (wrong) tell(`${method} ${url} was answered with ${status}: ${wrong}`);
    });
  };
  const takeUnvalidated = (): RecordedRequest[] => {
    const unheard = sandbox.requests.filter((request) => !heard.has(request));
    for (const request of unheard) heard.add(request);
    return unheard;
  };
  return { ...open, sandbox: { ...sandbox, fetch }, takeUnvalidated };
}

/** A page asks before it sends; the contract does not know of it. */
function isPreflight({ method, headers }: RecordedRequest): boolean {
  return method === "OPTIONS" && "access-control-request-method" in headers;
}

/** Has a text validated: at once where it is there as a whole, else while it is read, no faster than that. */
async function listen(
  response: Response,
  fault: ResponseFault | undefined,
  judgeText: (text: string) => void,
): Promise<Response> {
  const isPartial = fault?.kind === "cut" || fault?.kind === "stall" || fault?.kind === "slow";
  if (!response.body || (response.headers.has("content-length") && !isPartial)) {
    judgeText(await response.clone().text());
    return response;
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        // A read that was under way ends as if the list did.
        if (isCancelled) return;
        text += decoder.decode(value, { stream: !done });
        if (!done) return controller.enqueue(value);
        judgeText(text);
        controller.close();
      },
      cancel(reason) {
        isCancelled = true;
        // A list is handed over in whole elements, so that one which is given up can be validated as far as it came.
        if (text && !fault) judgeText(`${text}]`);
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}
