/** Says how to get what is missing. */
export class NotToBeHad extends Error {}
