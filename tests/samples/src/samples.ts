import { readSamples, type Samples } from "./read-samples.js";

export type { Input, Sample, Samples } from "./read-samples.js";

/** One call of each operation, in the order of the contract. */
export const samples: Samples = readSamples();
