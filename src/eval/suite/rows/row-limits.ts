/** Bounds of a file of cases: more is no suite that anybody reads or pays for. */
export const rowLimits: {
  readonly chars: number;
  readonly rows: number;
  readonly columns: number;
  readonly errors: number;
} = { chars: 16 * 1024 * 1024, rows: 10_000, columns: 500, errors: 20 };
