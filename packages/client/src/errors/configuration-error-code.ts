/** Why a call was not sent, or a client not created. The reasons stay the same across releases; messages may change. */
export type ConfigurationErrorCode =
  | "missing_api_key"
  | "invalid_api_key"
  | "api_key_function_failed"
  | "invalid_base_url"
  | "insecure_base_url"
  | "browser_not_allowed"
  | "unknown_option"
  | "invalid_option"
  | "missing_validators"
  | "invalid_header"
  | "reserved_header"
  | "unknown_input"
  | "missing_input"
  | "invalid_input"
  | "unsafe_path_value"
  | "cross_origin_url"
  | "unknown_operation";
