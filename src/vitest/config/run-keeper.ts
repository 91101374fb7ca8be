import { join, resolve } from "node:path";
import type { Reporter, TestModule, TestProject, TestRunEndReason, Vitest } from "vitest/node";
import { AppErrors } from "../../core/errors/app-error.ts";
import { printable } from "../../core/text/printable.ts";
import {
  newRunId,
  nodeVersion,
  removeFolder,
  shownPath,
  systemClock,
  systemRandom,
} from "../../platform/index.ts";
import { countOutcomes, type Outcome, type RunRecord } from "../../record/index.ts";
import { count, kindOf } from "../../report/index.ts";
import { UsageError } from "../asking/usage-error.ts";
import { mergeRun } from "../part/merge-run.ts";
import type { RunSetting } from "../run-setting.ts";
import { ownVersion } from "./own-version.ts";

/** What can be said about all runs of a configuration. */
export interface KeeperOptions extends Pick<
  RunSetting,
  "models" | "baseUrl" | "seed" | "concurrency"
> {
  /** Folder of the folders of runs, relative to the root. */
  readonly reports: string;
}

/** Tells workers where to write, and makes one run of what they wrote. */
export class RunKeeper implements Reporter {
  private readonly options: KeeperOptions;
  private readonly projects = new Set<TestProject>();
  private vitest: Vitest | undefined;
  private setting: RunSetting | undefined;

  constructor(options: KeeperOptions) {
    this.options = options;
  }

  /** Only a project whose limits of time the plugin has turned off may ask agents. */
  serve(project: TestProject): void {
    this.projects.add(project);
  }

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  /** In watch mode there are several; each is a run of its own. */
  async onTestRunStart(): Promise<void> {
    const { reports, ...rest } = this.options;
    const root = this.vitest?.config.root ?? "";
    const run = newRunId(systemClock, systemRandom);
    this.setting = {
      ...rest,
      run,
      root,
      folder: join(resolve(root, reports), run),
      at: new Date(systemClock.now()).toISOString(),
      versions: { flowproof: await ownVersion(), node: nodeVersion },
    };
    for (const project of this.projects) project.provide("flowproof", this.setting);
  }

  async onTestRunEnd(
    _modules: readonly TestModule[],
    _errors: readonly unknown[],
    reason: TestRunEndReason,
  ): Promise<void> {
    const { setting, vitest } = this;
    if (setting === undefined || vitest === undefined) return;
    const merged = await mergeRun(setting, reason === "interrupted" ? "interrupted" : "done");
    if (merged === undefined) {
      await removeFolder(setting.folder);
      return;
    }
    vitest.logger.log(
      `${printable(lineOf(merged.record, shownPath(setting.folder, setting.root)))}\n`,
    );
    const [error, ...others] = merged.errors;
    if (error !== undefined)
      throw new UsageError(others.length === 0 ? error : new AppErrors(merged.errors));
  }
}

const words: Readonly<Record<Outcome, string>> = {
  pass: "passed",
  fail: "failed",
  agent_error: "agent_error",
  judge_error: "judge_error",
  infra_error: "infra_error",
  suite_error: "suite_error",
};

/** `flowproof: 3 cases (2 passed, 1 failed) · scripted model · reports/20260102-…`. */
function lineOf({ cases, started }: RunRecord, folder: string): string {
  const counts = Object.entries(countOutcomes(cases)).filter(([, number]) => number > 0);
  const text = counts.map(([outcome, number]) => `${number} ${wordOf(outcome)}`).join(", ");
  const models = [...new Set(started.suites.map(({ agentModel }) => agentModel))].join(", ");
  const who = kindOf(started.labels) ?? models;
  return `flowproof: ${count(cases.length, "case")} (${text || "none finished"}) · ${who} · ${folder}`;
}

function wordOf(outcome: string): string {
  return Object.entries(words).find(([key]) => key === outcome)?.[1] ?? outcome;
}
