/** How a credential is sent. */
export interface SecurityScheme {
  readonly kind: "header" | "query" | "bearer" | "basic";
  /** The name of the header, in lower case, or of the query parameter. */
  readonly name: string;
}

/** The credential of `basic` authentication (RFC 7617). */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

/** A credential, or a function that returns it. */
export type Credential<Value> = Value | (() => Value | Promise<Value>);
