/** Types of generated files, and their type parameters. */
const GENERATED = [
  ...["BinaryBody", "Bytes", "FileStream", "Methods", "NoInput", "OperationId", "OperationMap", "Options"],
  ...["OtherCredentials", "PagedStream", "Results", "SafeMethods", "Schemas", "SentBody", "ServerSentEvent"],
  ...["StreamMethods", "StreamPage", "Upload", "WithRequired"],
];

/** Types that the packages for types and clients export beside those of the contract, which they would replace. */
const EXPORTED = [
  ...["AnyServiceformError", "ApiError", "BasicCredentials", "CallEvent", "CallInfo", "CallOptions", "ClientOptions"],
  ...["ConfigurationError", "ConfigurationErrorCode", "ConnectionError", "Credential", "CustomRequest", "ErrorBody"],
  ...["ErrorStatus", "Extra", "Fetch", "FetchInit", "HeadersInput", "Hooks", "Logger", "Operation"],
  ...["OperationApiError", "OperationError", "OperationMatch", "Pagination", "ResponseError", "ResponseIssue"],
  ...["ResponseLike", "RetryOptions", "SafeResult", "SafeResults", "SecurityScheme", "ServiceformClient"],
  ...["ServiceformError", "SuccessStatus", "TimeoutError", "ValidationMode", "Validators"],
];

/** Globals that an import of a schema would shadow. */
const GLOBAL = [
  ...["Array", "ArrayBuffer", "ArrayBufferView", "AsyncIterable", "BigInt", "Blob", "Boolean", "Date", "Error", "File"],
  ...["FormData", "Function", "Headers", "Map", "NonNullable", "Number", "Object", "Omit", "Partial", "Pick"],
  ...["Promise", "Readonly", "ReadonlyArray", "ReadableStream", "Record", "RegExp", "Request", "Required", "Response"],
  ...["ReturnType", "Set", "String", "Symbol", "URL", "Uint8Array", "Uint8ArrayConstructor"],
];

/** Names that no schema can be exported under. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([...GENERATED, ...EXPORTED, ...GLOBAL]);
