/** The result of one metric, stored in generated/results.json and rendered into RESULTS.md. */
export interface MetricResult {
  /** How it was measured, in a sentence or two. */
  readonly method: string;
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  readonly picture?: Picture;
}

export interface Table {
  readonly title?: string;
  /** The first column is text, the others are right-aligned numbers. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A target and whether it was met. */
export interface Target {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  readonly held: boolean;
}

/** A bar chart: for each label one bar in every series. */
export interface Picture {
  readonly title: string;
  readonly series: readonly string[];
  readonly bars: readonly { readonly label: string; readonly values: readonly number[]; readonly ours: boolean }[];
  /** The suffix of each value. */
  readonly unit: string;
  readonly decimals: number;
}

/** Compares a measured number with its maximum. */
export function atMost(what: string, measured: number, limit: number, format: (value: number) => string): Target {
  return { what, target: `≤ ${format(limit)}`, measured: format(measured), held: measured <= limit };
}

/** Compares a measured number with its minimum. */
export function atLeast(what: string, measured: number, limit: number, format: (value: number) => string): Target {
  return { what, target: `≥ ${format(limit)}`, measured: format(measured), held: measured >= limit };
}

export const times = (value: number): string => `${value.toFixed(2)}×`;
export const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
export const microseconds = (value: number): string => `${value.toFixed(1)} µs`;
export const whole = (value: number): string => Math.round(value).toLocaleString("en").replaceAll(",", " ");
export const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
