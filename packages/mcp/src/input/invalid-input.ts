/** Thrown if the arguments of a tool are invalid, before any request; the message names the parameter. */
export class InvalidInput extends Error {}
