import { toResponse } from "../../http/to-response.js";
import type { FaultKindModule } from "../fault-kind.js";
import { numberField } from "../fields.js";

/** The list of another account: valid, and none of its records is known. Only for operations that respond with a list. */
export interface ForeignFault {
  readonly kind: "foreign";
  /** The seed of the other account. @default the seed of the account plus 1 */
  readonly seed?: number;
}

export const foreignFault: FaultKindModule<ForeignFault> = {
  title: "Another account's list",
  summary: "a valid list of which no record is known",
  fields: [
    numberField({
      name: "seed",
      label: "Seed of the other account",
      value: "",
      minimum: Number.MIN_SAFE_INTEGER,
      maximum: Number.MAX_SAFE_INTEGER,
      integer: true,
      optional: true,
    }),
  ],
  appliedByDefault: true,
  listsOnly: true,
  describe: ({ seed }) => `Another account's list${seed === undefined ? "" : ` (seed ${seed})`}`,
  inject: ({ seed }, { runForeign, signal }) => toResponse(runForeign(seed), { signal }),
};
