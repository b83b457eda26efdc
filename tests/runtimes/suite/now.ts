/** Where the seed data ends, so that the ranges of the cases hold some of it. */
export const NOW = "2025-06-30T18:00:00Z";
