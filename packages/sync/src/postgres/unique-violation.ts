/** The code of the error for a key that exists. */
export const UNIQUE_VIOLATION = "23505";
