import type { MetricResult } from "./result.ts";

export interface MetricOptions {
  /** Few rounds, as a check; no file is written. */
  readonly quick: boolean;
}

export type Metric = (options: MetricOptions) => Promise<MetricResult>;
