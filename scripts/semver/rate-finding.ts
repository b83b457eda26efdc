import type { Change } from "./bump.ts";
import type { LocatedFinding, Rule } from "./finding.ts";
import { operationRules } from "./operation-rules.ts";
import { schemaRules } from "./schema-rules.ts";

const RULES: readonly Rule[] = [...operationRules, ...schemaRules];

/** Redocly rates whatever is added as minor, also where it is there to be read only. */
const DOCUMENTATION_NODES = new Set(["Contact", "Example", "ExamplesMap", "ExternalDocs", "License", "Logo", "Tag"]);

/** What a difference asks of the version number: by the first rule that knows it, else by Redocly. */
export function rateFinding(finding: LocatedFinding): Change {
  for (const rule of RULES) {
    const change = rule(finding);
    if (change !== undefined) return change;
  }
  const { impact, typeName, subject, verdicts } = finding;
  const said = verdicts.map(({ message }) => message).join(" ");
  return {
    bump: DOCUMENTATION_NODES.has(typeName) ? "patch" : impact,
    subject,
    reason: said === "" ? describe(finding) : said,
  };
}

function describe({ kind, subject, property }: LocatedFinding): string {
  if (property !== undefined) return `The ${property} of \`${subject}\` changes.`;
  return { added: `\`${subject}\` is new.`, removed: `\`${subject}\` is gone.`, modified: `\`${subject}\` changes.` }[
    kind
  ];
}
