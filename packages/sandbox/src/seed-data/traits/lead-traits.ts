import type { Lead } from "@serviceform/types";
import { absentField, unknownField, updatedTraits } from "./field-traits.js";
import { inField, loneSurrogate, longMessage, nul, personalFormulas, textTraits } from "./texts.js";
import type { Trait } from "./trait.js";

/** The traits of leads, in the order in which the first leads show them. */
export const leadTraits: readonly Trait<Lead>[] = [
  {
    name: "empty text",
    catches: "an empty text taken for an email address, and a default by `??` alone",
    apply: (lead) => ({ ...lead, email: "", phone: "" }),
  },
  ...textTraits.map((trait) => inField<Lead>(trait, (lead, name) => ({ ...lead, name }))),
  personalFormulas(),
  inField(longMessage, withMessage),
  inField(nul, withMessage),
  absentField<Lead>(["phone", "email", "name", "updated", "source", "history", "mobile"]),
  inField(loneSurrogate, withMessage),
  ...updatedTraits<Lead>(),
  unknownField({ crm: { score: 87, tags: ["new"] } }),
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

/** The visitor's message is the last. */
function withMessage(lead: Lead, message: string): Lead {
  const { id, history = [] } = lead;
  const timestamp = history.at(-1)?.timestamp ?? 0;
  return {
    ...lead,
    history: [...history, { id: `${id}-msg-${history.length + 1}`, message, type: "text", timestamp }],
  };
}
