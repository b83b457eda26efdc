/** Records are counted up to this number where more make no difference. */
export const MAX_KNOWN = 1000;
