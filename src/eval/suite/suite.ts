import type { JsonObject } from "../../core/json.ts";
import type { Place } from "../../core/position.ts";
import type { HumanDecision, RunContext } from "../../engine/index.ts";
import type { ChatMessage } from "../../model/index.ts";
import type { PlannedGates, Quarantine } from "../../record/index.ts";
import type { FakeSeeds, Mocks, ToolCatalog, UnmockedPolicy } from "../../tools/index.ts";
import type { PreparedCheck } from "../check/check.ts";
import type { Target } from "../target/target.ts";

/** A file, or a folder of files, that decides what comes of a suite. */
export interface SuiteInput {
  /** Absolute. */
  readonly path: string;
  /** `folder` is one of which a fake takes every file. */
  readonly kind:
    | "suite"
    | "cases"
    | "script"
    | "mock"
    | "fake"
    | "folder"
    | "flow"
    | "registry"
    | "target"
    | "history";
}

/** Bounds of one trial. */
export interface TrialLimits {
  readonly maxReplies: number;
  readonly maxMs: number;
  /** Messages of the user and answers of people. */
  readonly maxTurns?: number;
  /** Also of calls that are refused. */
  readonly maxToolCalls?: number;
  /** Of the agent's model: input and output, with what is read from and written to its cache. */
  readonly maxTokens?: number;
  /** Of the agent's tokens. */
  readonly maxCostUsd?: number;
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
  /** What was said before the first of its turns; empty where the conversation begins with it. */
  readonly history: readonly ChatMessage[];
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
  /** Its own, or its suite's; it may be over. */
  readonly quarantine?: Quarantine;
  readonly tags: readonly string[];
  /** The case as its file says it. */
  readonly source: JsonObject;
  /** Where it stands: its id in the suite, or its row in a file of cases. */
  readonly place?: Place;
}

/** What a suite says of its judges. */
export interface SuiteJudge {
  /** Empty where it names none; several are a panel. */
  readonly models: readonly string[];
  readonly votes?: number;
  readonly isolate?: boolean;
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
  readonly judge: SuiteJudge;
  /** Undefined where every case must pass. */
  readonly gates: PlannedGates | undefined;
  /** Everything outside of `cases`, as the file says it. */
  readonly source: JsonObject;
  readonly cases: readonly SuiteCase[];
  /** Every file that it was read from, also those that turned out to be missing; sorted, each once. */
  readonly inputs: readonly SuiteInput[];
}
