import { inPathStyle } from "./by-path.ts";
import type { Case } from "./case.ts";
import { compressed } from "./compressed.ts";
import { portableCases } from "./portable-cases.ts";

/** Every case by topic. */
export const allCases: (readonly [topic: string, cases: readonly Case[]])[] = [
  ...portableCases,
  ["compressed", [...compressed, ...inPathStyle(compressed)]],
];
