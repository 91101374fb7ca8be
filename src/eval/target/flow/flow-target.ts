import type { Flow, FlowRegistries } from "../../../flow/index.ts";
import type { TargetSession } from "../../suite/session.ts";
import type { TargetBase } from "../target-base.ts";

/** What the engine runs a target with. */
export interface EngineParts {
  readonly flow: Flow;
  /** Text of the flow's file, for the hash of what is run. */
  readonly source: string;
  readonly session: TargetSession;
  /** Prompts, response schemas and included templates that the flow names by version. */
  readonly registries: FlowRegistries;
  /** Texts of the registry files that were read, by path, for the hash of what is run. */
  readonly registryTexts: ReadonlyMap<string, string>;
}

/** A version of a flow in sessions of a kind. */
export interface FlowTarget extends TargetBase, EngineParts {
  readonly kind: "flow";
  /** The suite names no version, so it is exactly 1.0.0. */
  readonly versionIsDefault: boolean;
}
