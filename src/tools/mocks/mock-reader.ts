import type { Files } from "../../core/files.ts";
import { bundledTools, type ToolCatalog } from "../tool-catalog.ts";
import type { ToolSpec } from "../tool-spec.ts";
import type { MockProblem } from "./mock-problem.ts";
import type { Mocks } from "./mock.ts";

/** Where a `tools:` block stands. */
export interface MockContext {
  /** Folder of the file that holds the block; `returns_file` is relative to it. */
  readonly folder: string;
  readonly files: Files;
  /** The mocks around the block: those of the suite, for a case. Their declarations hold inside. */
  readonly outer?: Mocks;
  /** What is known of tools; the service's in our own words when left out. */
  readonly catalog?: ToolCatalog | undefined;
}

type Path = MockProblem["path"];

/** Where a rule, or a part of it, stands. */
export type RulePath = Path;

/** Collects what is wrong while a block is read. */
export class MockReader {
  readonly context: MockContext;
  readonly problems: MockProblem[] = [];

  constructor(context: MockContext) {
    this.context = context;
  }

  get catalog(): ToolCatalog {
    return this.context.catalog ?? bundledTools;
  }

  /** A problem of form, which the JSON Schema of the block finds as well. */
  form(path: Path, message: string, hint?: string): undefined {
    this.add({ code: "TOOL_MOCK_INVALID", path, atKey: false, message, inSchema: true }, hint);
  }

  unknownKey(path: Path, message: string, hint: string): undefined {
    this.add({ code: "TOOL_MOCK_INVALID", path, atKey: true, message, inSchema: true }, hint);
  }

  /** A problem that only shows when the block is held against tools and files. */
  meaning(path: Path, message: string, hint?: string): undefined {
    this.add({ code: "TOOL_MOCK_INVALID", path, atKey: false, message, inSchema: false }, hint);
  }

  add(problem: Omit<MockProblem, "hint">, hint?: string): undefined {
    this.problems.push(hint === undefined ? problem : { ...problem, hint });
  }

  /** The tool as the blocks around this one declare it. */
  outerDeclaration(tool: string): ToolSpec | undefined {
    return this.context.outer?.get(tool)?.declared;
  }
}
