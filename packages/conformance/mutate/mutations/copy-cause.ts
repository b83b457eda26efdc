import type { Row } from "../mutation.ts";

export const copyCause: Row[] = [
  ["depth < MAX_CAUSES && ", "", "causes without end overflow the stack", ["causes.test.ts"]],
  [".slice(0, MAX_CAUSES - causes.length)", "", "causes without end are collected for ever", ["causes.test.ts"]],
  ["if (cause !== undefined) return [cause];", "", "a cause has no cause", ["causes.test.ts"]],
];
