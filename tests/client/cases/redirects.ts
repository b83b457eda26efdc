import type { Case } from "./case.ts";
import { samples } from "./operations.ts";

const targets = ["same origin", "another origin"] as const;

/** None is followed: what would follow one asks for a second request, which no case expects. */
export const redirects: Case[] = [
  ...[301, 302, 303, 307, 308].flatMap((status) =>
    targets.flatMap((redirectsTo) =>
      (["listLeads", "createItem", "deleteItem"] as const).map((operation): Case => {
        const { input, line } = samples[operation];
        return {
          title: `${operation} does not follow a ${status} to ${redirectsTo}`,
          operation,
          input,
          answers: [{ status, redirectsTo, body: "PRIVATE: moved" }],
          requests: [line],
          expect: {
            error: "ConnectionError",
            says: redirectsTo === "another origin" ? ["redirect", redirectsTo] : ["redirect"],
            hides: ["secret-target", "secret-token"],
            with: { status: undefined, attempts: 1, mayHaveSucceeded: operation !== "listLeads" },
          },
        };
      }),
    ),
  ),
  ...(["stream", "safe"] as const).map(
    (by): Case => ({
      title: `${by} does not follow a redirect`,
      by,
      answers: [{ status: 302, redirectsTo: "another origin" }],
      requests: ["GET /leads"],
      expect: { error: "ConnectionError", says: ["another origin"], with: { attempts: 1 } },
    }),
  ),
  ...(
    [
      ["https://user:pass-word@evil.example:8443/a?b#d-e", ["https://evil.example:8443"], ["pass-word", "?b", "#d-e"]],
      ["//evil.example/a", ["//evil.example"], ["evil.example/a"]],
      ["/login?next=secret-token", ["redirect"], ["login", "secret-token"]],
      ["http://[", ["redirect"], []],
      ["javascript:alert(document.cookie)", ["redirect"], ["cookie"]],
      ["", ["redirect"], []],
    ] as const
  ).map(
    ([location, says, hides]): Case => ({
      title: `a redirect to ${JSON.stringify(location)} is refused with the origin at most`,
      answers: [{ status: 302, headers: { location } }],
      requests: ["GET /leads"],
      expect: { error: "ConnectionError", says, hides },
    }),
  ),
];
