import { resolve } from "node:path";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { singleLine, unifiedDiff } from "../../../src/format/index.ts";
import {
  type FixedText,
  fixFlow,
  type LintOptions,
  type LintReporter,
  type LintSource,
} from "../../../src/lint/index.ts";
import { replaceText } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";
import { sayNotices } from "../../flow/say.ts";
import type { LintFlags } from "../lint-flags.ts";

/** What a fixer needs besides files. */
export interface FixSetting {
  readonly flags: LintFlags;
  readonly options: LintOptions;
  readonly context: CliContext;
  /** Takes what cannot be written; everything else is repaired all the same. */
  readonly onError: (error: AppError) => void;
}

const reasons = {
  changed: "not fixed, because it was changed while it was linted",
  led_out: "not fixed, because a link leads out of the folder",
  released: "not fixed, because it is a released version",
};

/** Repairs files on their way to be linted, or only finds out what would change. */
class LintFixer {
  private readonly setting: FixSetting;
  private readonly diffs = new Map<string, string>();
  private readonly skipped: string[] = [];
  private fixed = 0;
  private left = 0;
  private files = 0;

  constructor(setting: FixSetting) {
    this.setting = setting;
  }

  /**
   * Passes on every file, as it is after its repair.
   *
   * @yields the file as it shall be linted
   */
  async *through(sources: AsyncIterable<LintSource>): AsyncGenerator<LintSource> {
    for await (const source of sources) yield await this.repair(source);
  }

  /** What goes to standard output: a person who asks what would change wants to see that. */
  reporterInstead(reporter: LintReporter): LintReporter {
    const { flags } = this.setting;
    if (flags.fixDryRun !== true || flags.format !== "pretty") return reporter;
    const sorted = [...this.diffs].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return { ...reporter, format: () => sorted.map(([, diff]) => diff).join("") };
  }

  /** Tells what was done, and which files were left alone and why. */
  say(): void {
    const { flags, context } = this.setting;
    sayNotices(this.skipped.toSorted(), flags, context);
    if (flags.quiet !== true) context.stderr(`${this.summary()}\n`);
  }

  private summary(): string {
    const verb = this.setting.flags.fixDryRun === true ? "would fix" : "fixed";
    const all = this.fixed + this.left;
    const where =
      this.fixed === 0 ? "" : ` in ${this.files} ${this.files === 1 ? "file" : "files"}`;
    return `${verb} ${this.fixed} of ${all} ${all === 1 ? "finding" : "findings"}${where}`;
  }

  private async repair(source: LintSource): Promise<LintSource> {
    const { path, text, identity, change } = source;
    if (text === undefined || this.setting.context.signal.aborted) return source;
    const result = fixFlow({ text, path }, { ...this.setting.options, identity, change });
    if (result.released) this.skip("released", path);
    const isDone = result.text !== text && (await this.keep(source, result));
    this.fixed += isDone ? result.fixed.length : 0;
    this.left += isDone ? result.remaining.length : result.found;
    this.files += isDone ? 1 : 0;
    const isWritten = isDone && this.setting.flags.fixDryRun !== true;
    return isWritten ? { ...source, text: result.text } : source;
  }

  private skip(reason: keyof typeof reasons, path: string): void {
    this.skipped.push(`${reasons[reason]}: ${singleLine(path)}`);
  }

  /** Writes a file, or notes what would be written. */
  private async keep({ path, text = "" }: LintSource, result: FixedText): Promise<boolean> {
    const { flags, context, onError } = this.setting;
    if (flags.fixDryRun === true) {
      this.diffs.set(path, unifiedDiff(text, result.text, path));
      return true;
    }
    try {
      const outcome = await replaceText({
        path: resolve(context.cwd, path),
        expected: text,
        text: result.text,
        folder: context.cwd,
      });
      if (outcome !== "replaced") this.skip(outcome, path);
      return outcome === "replaced";
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      onError(error);
      return false;
    }
  }
}

/** Something that repairs, where it is asked for. */
export function createFixer(setting: FixSetting): LintFixer | undefined {
  const { fix, fixDryRun } = setting.flags;
  return fix === true || fixDryRun === true ? new LintFixer(setting) : undefined;
}
