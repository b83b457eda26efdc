export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The positions of values in a chart. */
export interface Scale extends Size {
  /** The width of a period. */
  readonly slot: number;
  readonly ticks: readonly number[];
  x(index: number): number;
  y(value: number): number;
}

export const MARGIN = { top: 10, right: 6, bottom: 24, left: 36 };

/** @param max the largest value; the axis ends at the next tick */
export function createScale({ width, height }: Size, periods: number, max: number): Scale {
  const step = niceStep(max);
  const top = Math.max(step, Math.ceil(max / step) * step);
  const inner = height - MARGIN.top - MARGIN.bottom;
  const slot = (width - MARGIN.left - MARGIN.right) / Math.max(periods, 1);
  return {
    width,
    height,
    slot,
    ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step),
    x: (index) => MARGIN.left + slot * index,
    y: (value) => MARGIN.top + inner * (1 - value / top),
  };
}

/** Steps of 1, 2 or 5 times a power of ten, for about five ticks on whole numbers. */
function niceStep(max: number): number {
  const minStep = Math.max(max / 5, 1);
  const power = 10 ** Math.floor(Math.log10(minStep));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= minStep) ?? minStep;
}
