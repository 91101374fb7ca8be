import type { JsonObject } from "../../core/json.ts";
import type { Place } from "../../core/position.ts";
import type { HumanDecision, RunContext } from "../../engine/index.ts";
import type { Flow, FlowRegistries } from "../../flow/index.ts";
import type { FakeSeeds, Mocks, ToolCatalog, UnmockedPolicy } from "../../tools/index.ts";
import type { PreparedCheck } from "../check/check.ts";
import type { TargetSession } from "./session.ts";

/** What is under test: a version of a flow in sessions of a kind, with a model if the suite names one. */
export interface Target {
  /** `default` where the suite has one target only. */
  readonly name: string;
  readonly flow: Flow;
  /** The flow's reference, or its path as the suite writes it. */
  readonly reference: string;
  readonly version: string;
  /** The suite names no version, so it is exactly 1.0.0. */
  readonly versionIsDefault: boolean;
  /** Text of the flow's file, for the hash of what is run. */
  readonly source: string;
  readonly model: string | undefined;
  readonly session: TargetSession;
  /** Prompts, response schemas and included templates that the flow names by version. */
  readonly registries: FlowRegistries;
  /** Texts of the registry files that were read, by path, for the hash of what is run. */
  readonly registryTexts: ReadonlyMap<string, string>;
}

/** A file, or a folder of files, that decides what comes of a suite. */
export interface SuiteInput {
  /** Absolute. */
  readonly path: string;
  /** `folder` is one of which a fake takes every file. */
  readonly kind: "suite" | "cases" | "script" | "mock" | "fake" | "folder" | "flow" | "registry";
}

/** Bounds of one trial. */
export interface TrialLimits {
  readonly maxReplies: number;
  readonly maxMs: number;
}

/** A check of a case under the name that suites give it. */
export interface CaseCheck {
  readonly check: string;
  readonly prepared: PreparedCheck;
}

/** One message of the user, and what must hold after the answer to it. */
export interface CaseTurn {
  readonly user: string;
  readonly checks: readonly CaseCheck[];
}

/** One question or conversation, with everything that decides what comes of it and what must. */
export interface SuiteCase {
  readonly id: string;
  /** At least one; a case with `ask` has exactly one, without checks of its own. */
  readonly turns: readonly CaseTurn[];
  readonly context: RunContext;
  readonly mocks: Mocks;
  /** What its fakes begin with. */
  readonly fakes: FakeSeeds;
  readonly unmocked: UnmockedPolicy;
  readonly human: readonly HumanDecision[];
  /** What must hold in the end, for the trial as a whole. */
  readonly checks: readonly CaseCheck[];
  readonly limits: TrialLimits;
  /** What a case of `inject` plants in results. */
  readonly instruction?: string;
  /** Texts that are planted in the case, by name: they stand for secrets. */
  readonly canaries: Readonly<Record<string, string>>;
  readonly trials: number;
  readonly require: number;
  readonly critical: boolean;
  readonly tags: readonly string[];
  /** The case as its file says it. */
  readonly source: JsonObject;
  /** Where it stands: its id in the suite, or its row in a file of cases. */
  readonly place?: Place;
}

/** A suite that was read and found right. */
export interface Suite {
  readonly id: string;
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly targets: readonly Target[];
  /** What the suite was read with, and is run with: how tools are described to the model. */
  readonly toolCatalog: ToolCatalog;
  /** Path of the script, relative to the working directory where it lies inside. */
  readonly script: string | undefined;
  readonly scriptText: string | undefined;
  readonly judgeModel: string | undefined;
  /** Everything outside of `cases`, as the file says it. */
  readonly source: JsonObject;
  readonly cases: readonly SuiteCase[];
  /** Every file that it was read from, also those that turned out to be missing; sorted, each once. */
  readonly inputs: readonly SuiteInput[];
}
