import { type Operation, usesBinary, usesEvents, usesText } from "@serviceform/types";

/** A body that is not JSON. */
export type MediaFormat = "text" | "binary" | "events";

/**
 * Whether the body of a success is text, bytes or events. If a contract has none of them, the bundle leaves out the
 * code that reads them.
 */
export function isMedia(format: Operation["responseBody"] | "anything"): format is MediaFormat {
  return (usesText && format === "text") || (usesBinary && format === "binary") || (usesEvents && format === "events");
}
