import type { FailureKind } from "./run-result.ts";

interface FlowFailureOptions {
  readonly cause?: unknown;
  /** Where it is not the component that runs: while a flow is built. */
  readonly component?: string | undefined;
}

/** Stops a run with a named failure. It never leaves the engine: the session turns it into data. */
export class FlowFailure extends Error {
  readonly kind: FailureKind;
  readonly component: string | undefined;

  constructor(kind: FailureKind, message: string, options: FlowFailureOptions = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.kind = kind;
    this.component = options.component;
  }
}
