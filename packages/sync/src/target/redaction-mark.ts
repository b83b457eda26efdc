/** The name in `state` under which the redaction of an account's records is stored: JSON of a mark, or null. */
export const REDACTION = "redaction";
