import type { Files } from "../../core/files.ts";
import type { ToolCatalog } from "../../tools/index.ts";
import type { FlowCache, LoadedFlow } from "../suite/flow-cache.ts";
import type { SuitePath, SuiteReader } from "../suite/suite-reader.ts";

/** What a target of a suite is read with. */
export interface TargetFrame {
  readonly reader: SuiteReader;
  /** Reads files that a target names, and keeps them among the suite's inputs. */
  readonly files: Files;
  /** Folder of the suite's file, absolute. */
  readonly folder: string;
  /** Working directory, absolute. */
  readonly cwd: string;
  readonly flows: FlowCache;
  readonly toolCatalog: ToolCatalog;
  /** Told of every flow that is used, with its files. */
  readonly onFlow: (flow: LoadedFlow) => void;
}

/** A target as the suite writes it, of a kind that is known. */
export interface TargetBlock {
  /** Of the whole target: `["target"]`, `["targets", "chat"]`. */
  readonly path: SuitePath;
  /** Named in the target itself or by the matrix. */
  readonly model: string | undefined;
}
