/** Adds what is wrong, and where: at the operation, schema or document in question unless a pointer names a place. */
export type AddIssue = (message: string, pointer?: string) => void;
