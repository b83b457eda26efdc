/** How a credential is sent. */
export interface SecurityScheme {
  readonly kind: "header" | "query" | "bearer" | "basic";
  /** Of the header, in lower case, or of the query parameter. */
  readonly name: string;
}

/** What `basic` authentication takes (RFC 7617). */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}
