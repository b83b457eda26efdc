import { ContractError, toContractError } from "../contract-error.js";
import type { ResponseData } from "../http/response-data.js";
import type { OperationContract } from "./operation-contract.js";
import { messageFor, type Validator } from "./validator.js";

/** The statuses for an invalid request or key if the contract documents none. */
const UNDOCUMENTED_STATUSES = new Set([400, 403]);

/**
 * Validates a response against the contract. The elements of a list are validated as they are read, so that a list of
 * any length needs no memory.
 * @throws {ContractError} at once, or from the list when it comes to the element.
 */
export function validateResponse(operation: OperationContract, unchecked: ResponseData): ResponseData {
  const { status } = unchecked;
  const response = operation.responses.get(status);
  const { body } = unchecked;
  const { mediaType, format } = response ?? {};
  const data = { ...unchecked, operation: operation.id, mediaType, format };
  const fail = (pointer: string, message: string): never => {
    throw new ContractError(operation.id, status, pointer, message);
  };
  if (!response && !UNDOCUMENTED_STATUSES.has(status)) return fail("", `The status ${status} is not documented.`);
  if (body && "elements" in body) {
    if (!response?.check) return fail("", "A list is sent where none is documented.");
    if (response.isBounded || !response.checkElement)
      return validateResponse(operation, { ...unchecked, body: { value: [...body.elements] } });
    return { ...data, body: { elements: checkElements(data, body.elements, response.checkElement) } };
  }
  if (response && !response.check) return body ? fail("", "A body is sent where none is documented.") : data;
  if (response && !body) return fail("", "The documented body is missing.");
  const issue = body && response?.check?.(body.value);
  return issue ? fail(issue.path, messageFor(issue)) : data;
}

function* checkElements(
  { operation, status }: { readonly operation: string; readonly status: number },
  elements: Iterable<unknown>,
  check: Validator,
): Iterable<unknown> {
  let index = 0;
  try {
    for (const element of elements) {
      const issue = check(element);
      if (issue) throw new ContractError(operation, status, `/${index}${issue.path}`, messageFor(issue));
      index += 1;
      yield element;
    }
  } catch (error) {
    throw toContractError(operation, status, error);
  }
}
