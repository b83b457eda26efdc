import { createSandbox } from "@serviceform/sandbox";
import { SERVED } from "../served.ts";

/** A sandbox as a Worker. */
export default { fetch: createSandbox(SERVED).fetch };
