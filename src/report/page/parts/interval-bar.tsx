import type { VNode } from "preact";

interface Shares {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const height = 12;

/** A share on a scale from 0 to 100 %, with its interval. The words stand beside it, so nobody need hear it. */
export function IntervalBar({ value, low, high }: Shares): VNode {
  const left = Math.min(Math.max(value * 100 - 0.75, 0), 98.5).toFixed(2);
  return (
    <svg
      class="interval"
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="interval-track" x="0" y="5" width="100" height="2" />
      <rect class="interval-band" x={at(low)} y="3" width={at(high - low)} height="6" />
      <rect class="interval-value" x={left} y="0" width="1.5" height={height} />
    </svg>
  );
}

/** In hundredths of the width. */
function at(share: number): string {
  return (share * 100).toFixed(2);
}
