import { usesBinary, usesEvents } from "@serviceform/types";
import { ContractViolation } from "../errors/contract-violation.js";
import { createDecoder, findWrongType } from "./content-type.js";
import { EventSplitter } from "./event-splitter.js";
import type { MediaOperation } from "./media-operation.js";

/** Bytes to elements. Both methods throw `ContractViolation`. */
export interface Splitter {
  /** Adds the next bytes; returns the elements that they complete. */
  push(bytes: Uint8Array): unknown[];
  /** Must be called after the last bytes; returns the rest. */
  end(): unknown[];
}

/** Creates the splitter for the body of a success that is not JSON. Throws `ContractViolation` for another media type. */
export function createSplitter(operation: MediaOperation, contentType: string, maxElementBytes: number): Splitter {
  const wrongType = findWrongType(operation, contentType);
  if (wrongType) throw new ContractViolation(wrongType);
  if (usesEvents && operation.responseBody === "events") {
    return new EventSplitter(maxElementBytes, operation.eventData);
  }
  const isBinary = usesBinary && operation.responseBody === "binary";
  return createChunkSplitter(isBinary ? undefined : createDecoder(contentType));
}

/** Returns bytes, or their text, as they arrive; the rest is an incomplete character. */
function createChunkSplitter(decoder: TextDecoder | undefined): Splitter {
  const listText = (text = ""): string[] => (text === "" ? [] : [text]);
  return {
    push: (bytes) => (decoder ? listText(decoder.decode(bytes, { stream: true })) : [bytes]),
    end: () => listText(decoder?.decode()),
  };
}
