import type { Command } from "@stricli/core";
import { type Context, defineCommand } from "../context.js";
import type { DoctorFlags } from "../doctor/run-doctor.js";
import { connectionFlags, jsonFlag } from "../flags/connection-flags.js";

/** Checks what a command needs, and what the API returns. */
export function doctorCommand(): Command<Context> {
  return defineCommand<DoctorFlags>({
    brief: "Check the machine, the key, the connection and the API",
    description:
      "Checks Node.js, the proxy variables, the key, the host and the clock, then calls every operation that does not " +
      "write and compares a record of each with the contract. Ends with 0, with 1 after a failed check, or with 4 if " +
      "the API rejects the key. It never prints the key.",
    flags: { ...connectionFlags, ...jsonFlag },
    load: async () => (await import("../doctor/run-doctor.js")).runDoctor,
  });
}
