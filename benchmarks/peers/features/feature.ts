import type { Values } from "@serviceform/tests-contracts/differential";

/** One construct of a contract: a call with its request, and what the caller gets of the response. */
export interface Feature {
  readonly title: string;
  /** As the contract has it: `GET /query/each`. */
  readonly operation: string;
  readonly values: Partial<Values>;
  /** Where the request goes. @default "https://eu.features.test/v1" */
  readonly server?: string;
  /** Headers that the writer does not know. */
  readonly headers?: Readonly<Record<string, string>>;
  /** An encoded comma is another one than that between two elements. */
  readonly hasCommas?: boolean;
  /** What the API responds with. @default `{ "id": "1" }` */
  readonly respond?: (request: Request) => Response;
  /** What the caller gets. @default the row of the default response */
  readonly data?: unknown;
  /** @default 200 */
  readonly status?: number;
  /** How a caller reads what is no single value. */
  readonly read?: "events" | "pages";
  /** Whether nothing must be sent. */
  readonly isUnsafe?: boolean;
}

/** What a call comes to. */
export interface Outcome {
  readonly status?: number | undefined;
  readonly data: unknown;
}

/** A call, with the `fetch` that it has to go through. */
export type Call = (feature: Feature, fetch: typeof globalThis.fetch) => Promise<Outcome>;

/** A client that is called as its documentation says. */
export interface FeatureClient {
  readonly name: string;
  readonly call: Call;
  /** What its documentation has for what the contract alone does not achieve, by the title of the feature. */
  readonly byHand: Readonly<Record<string, { readonly option: string; readonly call: Call }>>;
}

export const SERVER = "https://eu.features.test/v1";

/** Method, path and places of an operation's input. */
export function splitOperation({ operation }: Feature): { method: string; path: string } {
  const [method = "", path = ""] = operation.split(" ");
  return { method, path };
}
