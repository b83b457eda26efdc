import type { Lead } from "@serviceform/types";
import type { SeedRecords } from "../seed-records.js";
import type { ListRules } from "./list-rules.js";

/** A lead changes by getting another message of the visitor. */
export function leadRules({ seedLead }: SeedRecords): ListRules<Lead> {
  return {
    noun: "lead",
    minimum: 1,
    order: "start",
    keyOf: ({ id }) => id,
    create: seedLead,
    changes: [{ renews: false, apply: (lead, { time }) => addMessage(lead, time) }],
  };
}

function addMessage(lead: Lead, time: number): Lead {
  const { id, history = [] } = lead;
  const message = {
    id: `${id}-msg-${history.length + 1}`,
    message: "Is there any news?",
    type: "text",
    timestamp: Math.floor(time / 1000),
  };
  return { ...lead, updated: new Date(time).toISOString(), history: [...history, message] };
}
