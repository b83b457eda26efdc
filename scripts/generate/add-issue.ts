/** Adds an issue at the operation, schema or document, or at a pointer. */
export type AddIssue = (message: string, pointer?: string) => void;
