import type { Operation } from "@serviceform/types";

/** The properties of an operation that its body is read by. */
export interface MediaOperation extends Pick<Operation, "accept" | "eventData"> {
  readonly responseBody: Operation["responseBody"] | "anything";
}
