import type { Change } from "./bump.ts";
import type { Difference, Rule } from "./difference.ts";
import { operationRules } from "./operation-rules.ts";
import { schemaRules } from "./schema-rules.ts";

const RULES: readonly Rule[] = [...operationRules, ...schemaRules];

/** Redocly rates every addition as minor, also of documentation. */
const DOCUMENTATION_NODES = new Set([
  "Contact",
  "Example",
  "ExamplesMap",
  "ExternalDocs",
  "License",
  "Logo",
  "Tag",
  "Xml",
]);

/** Rates a difference by the first rule that applies, else by Redocly. */
export function rateDifference(difference: Difference): Change {
  for (const rule of RULES) {
    const change = rule(difference);
    if (change !== undefined) return change;
  }
  const { impact, typeName, subject, verdicts } = difference;
  const message = verdicts.map(({ message }) => message).join(" ");
  return {
    bump: DOCUMENTATION_NODES.has(typeName) ? "patch" : impact,
    subject,
    reason: message === "" ? describe(difference) : message,
  };
}

function describe({ kind, subject, property }: Difference): string {
  if (property !== undefined) return `The ${property} of \`${subject}\` changes.`;
  return { added: `\`${subject}\` is new.`, removed: `\`${subject}\` is gone.`, modified: `\`${subject}\` changes.` }[
    kind
  ];
}
