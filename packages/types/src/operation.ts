/** How one operation travels: what the client and the sandbox have to know of it at run time. */
export interface Operation {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  /** The URL path as the contract writes it, with `{names}` for the values of `pathKeys`. */
  readonly path: string;
  /** The input keys that become path segments. */
  readonly pathKeys: readonly string[];
  /** The input keys that become query parameters. */
  readonly queryKeys: readonly string[];
  /** The input keys that become header parameters. */
  readonly headerKeys?: readonly string[];
  /** How query parameters are serialized that are not one value, or one for each element of an array. */
  readonly styles?: { readonly [key: string]: "csv" | "ssv" | "pipes" | "deepObject" };
  /** The input keys that become properties of the JSON body, or `body`; empty where there is no body. */
  readonly bodyKeys: readonly string[];
  /** Whether the JSON body is the value of the input key `body`. */
  readonly wholeBody?: true;
  /** Whether any other input key becomes a property of the JSON body, too. */
  readonly openBody?: true;
  /** The input keys that have to be given with any other of `bodyKeys`; without one, no body is sent. */
  readonly requiredWithBody?: readonly string[];
  /** The input keys that have to be given. */
  readonly required: readonly string[];
  /** Whether a JSON body without properties is sent. */
  readonly emptyBody?: true;
  /** The credentials of each way in, by their options, where they are not those of the whole contract. */
  readonly security?: readonly (readonly string[])[];
  /** The server, where it is not that of the whole contract. */
  readonly serverUrl?: string;
  /** How a list goes on in further responses. */
  readonly pagination?: Pagination;
  /** What the URL path must not match, since it is then that of another operation: the source of a regular expression. */
  readonly shadow?: string;
  /** Whether repeating the request leaves the same state behind as sending it once. */
  readonly idempotent: boolean;
  /** Whether the request changes something. */
  readonly writes: boolean;
  /** How the body is written, where it is not JSON. */
  readonly requestBody?: "multipart" | "form" | "text" | "binary";
  /** The media type of the body, where that is not `application/json`. */
  readonly contentType?: string;
  /** The body of a success: a JSON array, object or any JSON value, text, bytes, server-sent events, or none. */
  readonly responseBody: "array" | "object" | "json" | "text" | "binary" | "events" | "none";
  /** What the request says that it accepts, where that is not `application/json`. */
  readonly accept?: string;
  /** What the data of events is, where it is not text. */
  readonly eventData?: "json";
  /** Whether a success may have no body although another one has one. */
  readonly mayBeEmpty?: true;
}

/** How a list goes on in further responses. */
export interface Pagination {
  /** By the cursor of each page, by the number of elements so far, or by a URL. */
  readonly style: "cursor" | "offset" | "link";
  /** The input key that says which page is meant. */
  readonly parameter: string;
  /** The input key that says how many elements a page has. */
  readonly limit?: string;
  /** Where the elements of a page stand in a body. */
  readonly items: PointedValue;
  /** Where the next cursor stands in a body, or the URL of the next page; without one, a Link header has the URL. */
  readonly next?: PointedValue;
  /** Of a list that goes on by URLs: the query parameters that are numbers. */
  readonly numberKeys?: readonly string[];
}

/** A value within a body. */
export interface PointedValue {
  /** The keys that lead to it; none for the body itself. */
  readonly keys: readonly string[];
  /** Whether a body may lack it; null counts as nothing everywhere. */
  readonly isOptional: boolean;
}
