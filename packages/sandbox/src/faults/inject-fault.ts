import type { ResponseData } from "../http/response-data.js";
import type { FaultContext } from "./fault-kind.js";
import { kindOf } from "./fault-kinds.js";
import type { ResponseFault } from "./fault-list.js";

interface InjectionContext extends Omit<FaultContext, "response"> {
  /** Runs the operation. */
  readonly run: () => ResponseData;
}

/**
 * Responds according to the fault, and in memory as the network would: rejects, never settles, or truncates the body.
 */
export async function injectFault(fault: ResponseFault, { run, ...context }: InjectionContext): Promise<Response> {
  const { appliedByDefault, inject } = kindOf(fault);
  const { applied = appliedByDefault } = fault;
  // If the operation is not run, an empty object takes the place of its response.
  const response = applied ? run() : { status: 200, body: { value: {} } };
  if (!inject) throw new TypeError(`a ${fault.kind} fault must not decide the response`);
  return inject(fault, { ...context, response });
}
