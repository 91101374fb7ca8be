import type { Files } from "../../core/files.ts";
import type { RunContext } from "../../engine/index.ts";
import type { Quarantine } from "../../record/index.ts";
import type { Mocks, ToolCatalog, UnmockedPolicy } from "../../tools/index.ts";
import type { CheckMemo } from "../check/check-memo.ts";
import type { SuiteSafety } from "../safety/suite-safety.ts";
import type { Target } from "../target/target.ts";
import type { SuiteFakes } from "./case-fakes.ts";
import type { LoadFrame } from "./load-frame.ts";
import type { SuiteReader } from "./suite-reader.ts";
import type { TrialLimits } from "./suite.ts";

/** What a suite says for all of its cases. */
export interface SuiteFrame {
  readonly reader: SuiteReader;
  readonly files: Files;
  /** Folder of the suite's file, absolute. */
  readonly folder: string;
  readonly targets: readonly Target[];
  readonly toolCatalog: ToolCatalog;
  readonly mocks: Mocks;
  readonly fakes: SuiteFakes;
  /** Working directory, absolute. */
  readonly cwd: string;
  /** Conversations that cases continue are read with it. */
  readonly historyFiles: Files;
  /** Files that fakes name are read with it. */
  readonly fakeFiles: Files;
  readonly unmocked: UnmockedPolicy;
  readonly context: RunContext;
  readonly limits: TrialLimits;
  readonly safety: SuiteSafety;
  readonly quarantine: Quarantine | undefined;
  /** The checks of its cases are prepared by it. */
  readonly memo: CheckMemo;
  readonly later?: LoadFrame["later"];
}
