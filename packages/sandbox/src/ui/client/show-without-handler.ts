import { byId } from "./element.js";

/** Names the operations that store nothing. */
export function showWithoutHandler(operations: readonly string[]): void {
  const place = byId("without-handler");
  place.hidden = operations.length === 0;
  place.textContent = `Responses from the contract's examples and schemas alone: ${operations.join(", ")}.`;
}
