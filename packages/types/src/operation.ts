/** How one operation is sent: the facts that the client and the sandbox need at run time. */
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
  /** The styles of parameters that are not a single value, or in the query one value for each element of an array. */
  readonly styles?: { readonly [key: string]: "csv" | "ssv" | "pipes" | "deepObject" };
  /** The input keys that become properties of the JSON body, or `body`; empty without a body. */
  readonly bodyKeys: readonly string[];
  /** Whether the JSON body is the value of the input key `body`. */
  readonly wholeBody?: true;
  /** Whether any other input key becomes a property of the JSON body, too. */
  readonly openBody?: true;
  /** The input keys that are required if any of `bodyKeys` is set; without one, no body is sent. */
  readonly requiredWithBody?: readonly string[];
  /** The required input keys. */
  readonly required: readonly string[];
  /** Whether a JSON body without properties is sent. */
  readonly emptyBody?: true;
  /** The alternative sets of credentials, by their options, if they are not those of the whole contract. */
  readonly security?: readonly (readonly string[])[];
  /** The server, if it is not that of the whole contract. */
  readonly serverUrl?: string;
  /** How a list continues in further responses. */
  readonly pagination?: Pagination;
  /** The source of a regular expression that the URL path must not match, since it is then that of another operation. */
  readonly shadow?: string;
  /** Whether the request is idempotent: sending it twice has the same effect as sending it once. */
  readonly idempotent: boolean;
  /** Whether the request changes something. */
  readonly writes: boolean;
  /** How the body is serialized, if it is not JSON. */
  readonly requestBody?: "multipart" | "form" | "text" | "binary";
  /** The media type of the body, if it is not `application/json`. */
  readonly contentType?: string;
  /** The body of a success: a JSON array, object or any JSON value, text, bytes, server-sent events, or none. */
  readonly responseBody: "array" | "object" | "json" | "text" | "binary" | "events" | "none";
  /** The `accept` header of the request, if it is not `application/json`. */
  readonly accept?: string;
  /** The type of the data of events, if it is not text. */
  readonly eventData?: "json";
  /** Whether a success may have no body although another one has one. */
  readonly mayBeEmpty?: true;
}

/** How a list continues in further responses. */
export interface Pagination {
  /** By the cursor of each page, by the number of elements so far, or by a URL. */
  readonly style: "cursor" | "offset" | "link";
  /** The input key that selects the page. */
  readonly parameter: string;
  /** The input key that sets the number of elements of a page. */
  readonly limit?: string;
  /** The place of the elements of a page in a body. */
  readonly items: PointedValue;
  /** The place of the next cursor, or of the URL of the next page, in a body; without one, a Link header has the URL. */
  readonly next?: PointedValue;
  /** For a list that continues by URLs: the query parameters that are numbers. */
  readonly numberKeys?: readonly string[];
}

/** A value within a body. */
export interface PointedValue {
  /** The keys that lead to it; none for the body itself. */
  readonly keys: readonly string[];
  /** Whether a body may lack it; null always counts as missing. */
  readonly isOptional: boolean;
}
