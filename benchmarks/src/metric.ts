import type { MetricResult } from "./result.ts";

export interface MetricOptions {
  /** Few rounds, to see that it works; nothing is written. */
  readonly quick: boolean;
}

export type Metric = (options: MetricOptions) => Promise<MetricResult>;
