/** The end of the seed data, so that the ranges of the cases contain records. */
export const NOW = "2025-06-30T18:00:00Z";
