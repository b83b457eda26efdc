/** Thrown for the arguments of a tool before anything is sent; the message names the parameter. */
export class InvalidInput extends Error {}
