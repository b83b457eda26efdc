export { FileValue, openFiles } from "./file-value.ts";
export { kindOf } from "./media-kind.ts";
export { openDocument } from "./open-document.ts";
export { type FormPart, readMultipart } from "./read-multipart.ts";
export { readDocumentOperations } from "./read-operations.ts";
export { CREDENTIAL, type Values, type WrittenRequest, writeRequest } from "./write-request.ts";
