/** The details of a request, without the key. */
export interface RequestDetails {
  /** The URL with the values of its query, without the origin. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly response: ResponseDetails | null;
  /** Why there is no response. */
  readonly error: string | null;
  readonly curl: string;
  /** The call of the client that sends it; null if no method does. */
  readonly typescript: string | null;
}

export interface ResponseDetails {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bytes: number;
  readonly state: "reading" | "complete" | "broken";
}
