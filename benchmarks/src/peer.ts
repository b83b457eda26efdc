import type { OperationMap } from "@serviceform/types";

/** The operations that every peer is measured on; later ones of the contract do not change the comparison. */
export const operationIds = [
  "listSpaces",
  "listItems",
  "createItem",
  "getItem",
  "updateItem",
  "deleteItem",
  "listLeads",
  "listChats",
  "getChatStatistics",
] as const satisfies (keyof OperationMap)[];

/** The interface of every peer: the nine operations, which take one object and resolve to the parsed body. */
export type Calls = {
  readonly [Id in (typeof operationIds)[number]]: (input: Exact<OperationMap[Id]["input"]>) => Promise<unknown>;
};

/** An input that the types of every peer accept: without `undefined`, and with mutable arrays. */
type Exact<Input> = { [Key in keyof Input]: Mutable<Exclude<Input[Key], undefined>> };
type Mutable<Value> = Value extends readonly (infer Element)[] ? Element[] : Value;

export interface PeerOptions {
  baseUrl: string;
  apiKey: string;
  /** Replaces the peer's `fetch`. */
  fetch?: typeof globalThis.fetch;
}

export type CreatePeer = (options: PeerOptions) => Calls;

export interface Peer {
  /** Its folder in `peers/`. */
  readonly name: string;
  readonly label: string;
  /** Its packages, whose versions are in the results. */
  readonly packages: readonly string[];
}

/** A peer under the label of its measurement. */
export type Subject = Pick<Peer, "name" | "label">;

export const RAW = "raw";
/** A second copy of the raw peer: what it differs by from the first is noise. */
export const CONTROL = "raw fetch, again";
export const OPENAPI_FETCH = "openapi-fetch";
export const OURS = "serviceform";

export const peers: readonly Peer[] = [
  { name: RAW, label: "raw fetch", packages: [] },
  { name: OURS, label: "@serviceform/client", packages: [] },
  { name: OPENAPI_FETCH, label: "openapi-fetch", packages: ["openapi-fetch"] },
  { name: "hey-api", label: "hey-api", packages: ["@hey-api/openapi-ts"] },
  { name: "orval", label: "orval", packages: ["orval"] },
  { name: "swagger-typescript-api", label: "swagger-typescript-api", packages: ["swagger-typescript-api"] },
  { name: "ofetch", label: "ofetch", packages: ["ofetch"] },
  { name: "ky", label: "ky", packages: ["ky"] },
  { name: "octokit", label: "octokit", packages: ["@octokit/request"] },
  { name: "axios", label: "axios", packages: ["axios"] },
];

/** What is measured: every peer, and the control. */
export const withControl: readonly Subject[] = [...peers, { name: RAW, label: CONTROL }];
