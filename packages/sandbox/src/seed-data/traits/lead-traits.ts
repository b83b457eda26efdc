import type { Lead } from "@serviceform/types";
import { pick } from "../random.js";
import { formulas, inField, LONE_SURROGATE_TEXT, LONG_MESSAGE, NUL_TEXT, textTraits } from "./texts.js";
import { inTheFuture, withOffset, withoutMilliseconds } from "./times.js";
import type { Trait } from "./trait.js";

/** The traits of leads, in the order in which the first leads show them. */
export const leadTraits: readonly Trait<Lead>[] = [
  {
    name: "empty text",
    catches: "an empty text taken for an email address, and a default by `??` alone",
    apply: (lead) => ({ ...lead, email: "", phone: "" }),
  },
  ...textTraits.map((trait) => inField<Lead>(trait, (lead, name) => ({ ...lead, name }))),
  {
    name: "formula",
    catches: "cells that a spreadsheet runs",
    apply(lead) {
      const [name, phone, first_name, last_name] = formulas;
      return { ...lead, name, phone, first_name, last_name };
    },
  },
  {
    name: "long message",
    catches: "cells of 32 767 characters, and lines that are too long for a log",
    apply: (lead) => withMessage(lead, LONG_MESSAGE),
  },
  {
    name: "U+0000",
    catches: "PostgreSQL, which stores no such text, and libraries that end a text there",
    apply: (lead) => withMessage(lead, NUL_TEXT),
  },
  {
    name: "absent field",
    catches: "reading a field of undefined, and NOT NULL on optional fields",
    apply(lead, { random }) {
      const { [pick(random, OPTIONAL)]: _absent, ...rest } = lead;
      return rest as Lead;
    },
  },
  {
    name: "lone surrogate",
    catches: "encoders of UTF-8 that throw, and hashes that differ after a round trip",
    apply: (lead) => withMessage(lead, LONE_SURROGATE_TEXT),
  },
  {
    name: "same updated",
    catches: "cursors that go on after the last time that they saw",
    apply: (lead, { neighbor }) => ({ ...lead, updated: neighbor().updated ?? "" }),
  },
  {
    name: "time with an offset",
    catches: "times compared as texts",
    apply: (lead, { end }) => ({ ...lead, updated: withOffset(lead.updated, end) }),
  },
  {
    name: "time without milliseconds",
    catches: "patterns that require milliseconds",
    apply: (lead, { end }) => ({ ...lead, updated: withoutMilliseconds(lead.updated, end) }),
  },
  {
    name: "time in the future",
    catches: "the newest time taken for a cursor",
    apply: (lead, { end }) => ({ ...lead, updated: inTheFuture(end) }),
  },
  {
    name: "unknown field",
    catches: "schemas that are closed, and columns that do not exist",
    apply: (lead) => ({ ...lead, crm: { score: 87, tags: ["new"] } }) as Lead,
  },
  {
    name: "number at its limit",
    catches: "integers of 32 bits, and 0 taken for none",
    apply: (lead) => ({ ...lead, duration: Number.MAX_SAFE_INTEGER, pageviews: 0 }),
  },
  {
    name: "same email",
    catches: "an email address taken for a key",
    apply: (lead, { neighbor }) => ({ ...lead, email: neighbor().email ?? "" }),
  },
];

const OPTIONAL = ["phone", "email", "name", "updated", "source", "history", "mobile"] as const;

/** The visitor's message is the last. */
function withMessage(lead: Lead, message: string): Lead {
  const { id, history = [] } = lead;
  const timestamp = history.at(-1)?.timestamp ?? 0;
  return {
    ...lead,
    history: [...history, { id: `${id}-msg-${history.length + 1}`, message, type: "text", timestamp }],
  };
}
