import type { Case, ScriptedResponse } from "../cases/case.ts";

type Topics = (readonly [topic: string, cases: readonly Case[]])[];

/** The first case of each kind; cases of one kind hardly differ on the network. */
export function representatives(topics: Topics): Topics {
  const seen = new Set<string>();
  const isNew = ({ by, abort, responses = [], expect }: Case): boolean => {
    const kind = JSON.stringify([by, abort && typeof abort.at, responses.map(kindOf), Object.keys(expect)]);
    return !seen.has(kind) && !!seen.add(kind);
  };
  return topics.map(([topic, cases]) => [topic, cases.filter(isNew)]);
}

function kindOf({ status = 200, body, breaksAfter, stallsAfter, ...rest }: ScriptedResponse): unknown {
  const { delayMs, framing, redirectsTo } = rest;
  return [
    Math.floor(status / 100),
    Array.isArray(body),
    typeof breaksAfter,
    typeof stallsAfter,
    !delayMs,
    framing,
    redirectsTo,
  ];
}
