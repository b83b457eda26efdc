/** Under this name `state` has how the records of an account are redacted: JSON of a mark, or null. */
export const REDACTION = "redaction";
