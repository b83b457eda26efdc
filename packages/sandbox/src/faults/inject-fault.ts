import type { ResponseData } from "../http/response-data.js";
import type { FaultContext } from "./fault-kind.js";
import { kindOf } from "./fault-kinds.js";
import type { ResponseFault } from "./fault-list.js";

interface InjectionContext extends Omit<FaultContext, "response"> {
  /** Carries the operation out. */
  readonly run: () => ResponseData;
}

/** Responds as the fault has it, and in memory as the network would: it rejects, never settles, or breaks off. */
export async function injectFault(fault: ResponseFault, { run, ...context }: InjectionContext): Promise<Response> {
  const { appliedByDefault, inject } = kindOf(fault);
  const { applied = appliedByDefault } = fault;
  // Where nothing is carried out there is no response to damage; an empty object stands in for it.
  const response = applied ? run() : { status: 200, body: { value: {} } };
  if (!inject) throw new TypeError(`a ${fault.kind} fault must not decide the response`);
  return inject(fault, { ...context, response });
}
