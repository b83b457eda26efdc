import type { FaultKind } from "./fault.js";
import type { FaultFieldForm, FaultKindModule } from "./fault-kind.js";
import { cutFault } from "./kinds/cut.js";
import { emptyFault } from "./kinds/empty.js";
import { foreignFault } from "./kinds/foreign.js";
import { htmlFault } from "./kinds/html.js";
import { latencyFault } from "./kinds/latency.js";
import { redirectFault } from "./kinds/redirect.js";
import { resetFault } from "./kinds/reset.js";
import { shapeFault } from "./kinds/shape.js";
import { slowFault } from "./kinds/slow.js";
import { stallFault } from "./kinds/stall.js";
import { statusFault } from "./kinds/status.js";

/** All kinds of faults. */
export const faultKinds: { readonly [Kind in FaultKind["kind"]]: FaultKindModule<Extract<FaultKind, { kind: Kind }>> } =
  {
    status: statusFault,
    latency: latencyFault,
    slow: slowFault,
    reset: resetFault,
    stall: stallFault,
    cut: cutFault,
    html: htmlFault,
    redirect: redirectFault,
    shape: shapeFault,
    empty: emptyFault,
    foreign: foreignFault,
  };

/** The module of a fault's kind, which accepts faults of this kind. */
export function kindOf<Own extends FaultKind>({ kind }: Own): FaultKindModule<Own> {
  // The table pairs each kind with its module; the compiler cannot follow that through a variable kind.
  return faultKinds[kind] as unknown as FaultKindModule<Own>;
}

/** The form for a fault of a kind, as plain JSON. */
export interface FaultForm {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly appliedByDefault: boolean;
  readonly listsOnly: boolean;
  readonly fields: readonly FaultFieldForm[];
}

export const faultForms: readonly FaultForm[] = Object.entries(faultKinds).map(
  ([kind, { title, summary, appliedByDefault, listsOnly = false, fields }]) => ({
    kind,
    title,
    summary,
    appliedByDefault,
    listsOnly,
    fields: fields.map(({ accepts: _accepts, expected: _expected, ...form }) => form),
  }),
);
