/**
 * A body does not match the contract. The message is a clause for "API responded with 200, but …", and never quotes the
 * body, since that may be personal.
 */
export class ContractViolation extends Error {}
