import type { Located } from "./located.ts";

/** A field of a category of additional context. */
export interface FlowInputField extends Located {
  readonly name: string;
  /** A JSON Schema type; any other text fails when the context arrives. */
  readonly type: string;
  readonly format: string | undefined;
  readonly description: string | undefined;
  readonly optional: boolean;
}

/** A category of additional context that the flow declares. */
export interface FlowInput extends Located {
  readonly category: string;
  readonly fields: readonly FlowInputField[];
  /** Of the envelope's version; the service assumes `^1.0.0` when it is absent. */
  readonly versionConstraint: string | undefined;
}
