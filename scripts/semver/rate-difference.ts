import type { Change } from "./bump.ts";
import { compositionRules } from "./composition-rules.ts";
import type { Difference, Rule } from "./difference.ts";
import { operationRules } from "./operation-rules.ts";
import { schemaRules } from "./schema-rules.ts";

const RULES: readonly Rule[] = [...operationRules, ...compositionRules, ...schemaRules];

/** Redocly rates every addition as minor, also of documentation. */
const DOCUMENTATION_NODE = /^(Contact|Example|ExamplesMap|ExternalDocs|License|Logo|Tag|Xml)$/;

/** Rates a difference by the first rule that applies, else by Redocly. */
export function rateDifference(difference: Difference): Change {
  for (const rule of RULES) {
    const rated = rule(difference);
    if (rated === undefined) continue;
    const [bump, reason, subject = difference.subject] = rated;
    return { bump, subject, reason };
  }
  const { impact, typeName, subject, verdicts } = difference;
  const message = verdicts.map(({ message }) => message).join(" ");
  return {
    bump: DOCUMENTATION_NODE.test(typeName) ? "patch" : impact,
    subject,
    reason: message === "" ? describe(difference) : withPlace(message, subject),
  };
}

/** Redocly names a property or a parameter, but not always the schema or the operation that it belongs to. */
function withPlace(message: string, subject: string): string {
  const [owner = subject] = /^([A-Z]+ )?[^\s.:[]+/.exec(subject) ?? [];
  const isNamed =
    [owner, subject].some((name) => message.includes(`\`${name}\``)) || /^(servers|security)/.test(subject);
  return isNamed ? message : `\`${subject}\`: ${message}`;
}

function describe({ kind, subject, property }: Difference): string {
  if (property !== undefined) return `The ${property} of \`${subject}\` changes.`;
  return { added: `\`${subject}\` is new.`, removed: `\`${subject}\` is gone.`, modified: `\`${subject}\` changes.` }[
    kind
  ];
}
