import type { Row } from "../mutation.ts";

export const call: Row[] = [
  ['query.replaceAll(/=[^&]*/g, "")', "query", "query values get into messages", "query values"],
  [
    "this.settings.totalTimeoutMs - (performance.now() - this.startedAt)",
    "this.settings.totalTimeoutMs",
    "totalTimeoutMs begins anew with each attempt",
    "totalTimeoutMs",
  ],
];
