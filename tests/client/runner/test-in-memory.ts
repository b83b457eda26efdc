import { describe, test } from "vitest";
import { type Case, titleOf } from "../cases/case.ts";
import { inspectDeeply } from "./inspect-deeply.ts";
import { runInMemory } from "./run-in-memory.ts";

/** Runs cases without sockets in virtual time. */
export function testInMemory(allTopics: readonly (readonly [topic: string, cases: readonly Case[]])[]): void {
  const topics = allTopics.map(([topic, cases]) => [topic, cases.filter(({ on }) => on !== "loopback")] as const);

  describe.for(topics.filter(([, cases]) => cases.length > 0))("%s", ([, cases]) => {
    test.for(cases.map((testCase) => [titleOf(testCase), testCase] as const))("%s", ([, testCase]) =>
      runInMemory(testCase, inspectDeeply),
    );
  });
}
