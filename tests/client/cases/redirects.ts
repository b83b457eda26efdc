import type { Case } from "./case.ts";
import { samples } from "./operations.ts";

const targets = ["same origin", "another origin"] as const;

/** No redirect is followed: a second request would be an unexpected one. */
export const redirects: Case[] = [
  ...[301, 302, 303, 307, 308].flatMap((status) =>
    targets.flatMap((redirectsTo) =>
      (["listLeads", "createItem", "deleteItem"] as const).map((operation): Case => {
        const { input, request } = samples[operation];
        return {
          title: "a call does not follow a redirect",
          name: `${operation}, ${status} to ${redirectsTo}`,
          operation,
          input,
          responses: [{ status, redirectsTo, body: "PRIVATE: moved" }],
          requests: [request.line],
          expect: {
            error: "ConnectionError",
            messageIncludes: redirectsTo === "another origin" ? ["redirect", redirectsTo] : ["redirect"],
            redacts: ["secret-target", "secret-token"],
            with: { status: undefined, attempts: 1, mayHaveSucceeded: operation !== "listLeads" },
          },
        };
      }),
    ),
  ),
  ...(["stream", "safe"] as const).map(
    (by): Case => ({
      title: "no style of call follows a redirect",
      name: by,
      by,
      responses: [{ status: 302, redirectsTo: "another origin" }],
      requests: ["GET /leads"],
      expect: { error: "ConnectionError", messageIncludes: ["another origin"], with: { attempts: 1 } },
    }),
  ),
  ...(
    [
      ["https://user:pass-word@evil.example:8443/a?b#d-e", ["https://evil.example:8443"], ["pass-word", "?b", "#d-e"]],
      ["//evil.example/a", ["//evil.example"], ["evil.example/a"]],
      ["/login?next=secret-token", ["redirect"], ["login", "secret-token"]],
      ["http://[", ["redirect"], []],
      ["", ["redirect"], []],
    ] as const
  ).map(
    ([location, messageIncludes, redacts]): Case => ({
      title: "the error of a redirect names at most the origin of its target",
      name: JSON.stringify(location),
      responses: [{ status: 302, headers: { location } }],
      requests: ["GET /leads"],
      expect: { error: "ConnectionError", messageIncludes, redacts },
    }),
  ),
  {
    title: "the error of a redirect to a URL without an origin names none",
    responses: [{ status: 302, headers: { location: "javascript:alert(document.cookie)" } }],
    requests: ["GET /leads"],
    expect: { error: "ConnectionError", messageIncludes: ["redirect was not followed"], redacts: ["cookie"] },
  },
];
