import type { AppError } from "../../core/errors/app-error.ts";
import { parseScript, type Script } from "../../model/index.ts";
import { expectedErrors } from "../expected-errors.ts";
import type { Suite } from "../suite/suite.ts";

/** The scripts of suites, each read once, with everything that is wrong with them. */
export class ScriptShelf {
  readonly errors: AppError[] = [];
  private readonly known: Map<string, Script | undefined> = new Map();

  /** Undefined where the suite names none, or it is broken. */
  async open(suite: Suite | undefined): Promise<Script | undefined> {
    const { script, scriptText } = suite ?? {};
    if (script === undefined || scriptText === undefined) return undefined;
    if (!this.known.has(script)) this.known.set(script, await this.parse(scriptText, script));
    return this.known.get(script);
  }

  private async parse(text: string, file: string): Promise<Script | undefined> {
    try {
      return await parseScript(text, file);
    } catch (error) {
      this.errors.push(...expectedErrors(error));
      return undefined;
    }
  }
}
