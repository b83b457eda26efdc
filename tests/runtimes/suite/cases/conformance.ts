import { portableCases } from "@serviceform/tests-client/cases";
import { runInMemory } from "@serviceform/tests-client/run-in-memory";
import { titleOf } from "@serviceform/tests-client/title-of";
import type { Case } from "../case.ts";
import type { Host } from "../host.ts";

/** The cases of the client's own tests. */
export function conformance({ print }: Host): readonly Case[] {
  return portableCases.flatMap(([topic, cases]) =>
    cases
      .filter(({ on }) => on !== "loopback")
      .map(
        (one): Case => ({
          title: `${topic}: ${titleOf(one)}`,
          on: "memory",
          run: () => runInMemory(one, print),
        }),
      ),
  );
}
