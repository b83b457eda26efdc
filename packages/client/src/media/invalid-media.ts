/** The bytes are not what the contract says that they are; the message never quotes them, since they may be personal. */
export class InvalidMedia extends Error {}
