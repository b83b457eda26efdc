/** As in the errors of the platform, since loggers and test runners assign to fields of an error. */
export const REPLACEABLE = { writable: true, configurable: true };
