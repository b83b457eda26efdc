import type { Values } from "@serviceform/tests-contracts/differential";

/** One construct of a contract: a call with its request, and the result that the caller gets. */
export interface Feature {
  readonly title: string;
  /** The operation in the contract: `GET /query/each`. */
  readonly operation: string;
  readonly values?: Partial<Values>;
  /** The server of the request. @default "https://eu.features.test/v1" */
  readonly server?: string;
  /** Expected headers that do not follow from the contract. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether an encoded comma differs from a separator. */
  readonly hasCommas?: boolean;
  /** The response of the API. @default `{ "id": "1" }` */
  readonly respond?: (request: Request) => Response;
  /** The result of the call. @default the row of the default response */
  readonly data?: unknown;
  /** @default 200 */
  readonly status?: number;
  /** How a caller reads a result of several values. */
  readonly read?: "events" | "pages";
  /** Whether no request must be sent. */
  readonly isUnsafe?: boolean;
}

/** Features by their titles. */
export type Features = Readonly<Record<string, Omit<Feature, "title">>>;

/** The result of a call. */
export interface Outcome {
  readonly status?: number | undefined;
  readonly data: unknown;
}

/** A call, with the `fetch` that it must use. */
export type Call = (feature: Feature, fetch: typeof globalThis.fetch) => Promise<Outcome>;

/** A client that is called as documented. */
export interface FeatureClient {
  readonly name: string;
  readonly call: Call;
  /** Documented workarounds for features that the contract alone does not give, by title. */
  readonly byHand: Readonly<Record<string, { readonly option: string; readonly call: Call }>>;
}

export const SERVER = "https://eu.features.test/v1";
