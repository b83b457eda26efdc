/** Marks errors of every copy of this package, so that guards work across realms and duplicate installs. */
export const BRAND: unique symbol = /* @__PURE__ */ Symbol.for("@serviceform/client") as never;
