/** The bytes do not match the contract. The message never quotes them, since they may be personal. */
export class InvalidMedia extends Error {}
