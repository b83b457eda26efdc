/** How one operation travels: what the client and the sandbox have to know of it at run time. */
export interface Operation {
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  /** The URL path as the contract writes it, with `{names}` for the values of `pathKeys`. */
  readonly path: string;
  /** The input keys that become path segments. */
  readonly pathKeys: readonly string[];
  /** The input keys that become query parameters. */
  readonly queryKeys: readonly string[];
  /** The input keys that become properties of the JSON body; empty where there is no body. */
  readonly bodyKeys: readonly string[];
  /** The input keys that have to be given. */
  readonly required: readonly string[];
  /** Whether a JSON body without properties is sent. */
  readonly emptyBody?: true;
  /** What the URL path must not match, since it is then that of another operation: the source of a regular expression. */
  readonly shadow?: string;
  /** Whether repeating the request leaves the same state behind as sending it once. */
  readonly idempotent: boolean;
  /** Whether the request changes something. */
  readonly writes: boolean;
  /** The body of a success: an array, an object, or none that the contract describes. */
  readonly responseBody: "array" | "object" | "none";
}
