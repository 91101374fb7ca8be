import type { ErrorCode } from "../../core/errors/codes/index.ts";

/** Something wrong in a `tools:` block. */
export interface MockProblem {
  readonly code: ErrorCode;
  /** From the block to the value, so that a loader can point at its line. */
  readonly path: readonly (string | number)[];
  /** Whether the key is wrong, rather than its value. */
  readonly atKey: boolean;
  readonly message: string;
  readonly hint?: string;
  /** Whether the JSON Schema of the block finds it too; whoever has validated already can leave it out. */
  readonly inSchema: boolean;
}
