import { CREDENTIAL, openFiles } from "@serviceform/tests-contracts/differential";
import type { Call, FeatureClient } from "../feature.ts";
import * as generated from "../generated/orval/client.ts";

type Operation = (...inputs: readonly unknown[]) => Promise<{ data: unknown; status: number }>;

/** The generated functions, which call the global `fetch`. */
export function createOrval(
  ids: Readonly<Record<string, string>>,
  takesBody: (operation: string) => boolean,
): FeatureClient {
  const callWith =
    (...options: readonly object[]): Call =>
    async ({ operation, values = {} }, fetch) => {
      const { path, query, header, body } = values;
      const bodies = takesBody(operation) ? [openFiles(body)] : [];
      const inputs = [...Object.values(path ?? {}), ...bodies, ...[query, header].filter((one) => one !== undefined)];
      const calls = generated as unknown as Readonly<Record<string, Operation>>; // The operation is known only at run time.
      const call = calls[ids[operation] ?? ""];
      const platform = globalThis.fetch;
      globalThis.fetch = fetch;
      try {
        const { data, status } = (await call?.(...inputs, ...options)) ?? { data: undefined, status: 0 };
        return { data, status };
      } finally {
        globalThis.fetch = platform;
      }
    };
  const withHeaders = (headers: object) => ({ option: "`headers`", call: callWith({ headers }) });
  const bearer = { authorization: `Bearer ${CREDENTIAL}` };
  return {
    name: "orval",
    call: callWith(),
    byHand: {
      "a cookie parameter": withHeaders({ cookie: "session=a" }),
      "a bearer token": withHeaders(bearer),
      "user name and password": withHeaders({ authorization: `Basic ${btoa(`user:${CREDENTIAL}`)}` }),
      "a key in a header": withHeaders({ "X-Key": CREDENTIAL }),
      "two schemes together": withHeaders({ ...bearer, "X-Key": CREDENTIAL }),
      "JSON, where the API has XML as well": withHeaders({ accept: "application/json" }),
    },
  };
}
