import { AppError, throwAll } from "../../core/errors/app-error.ts";
import type { Place } from "../../core/position.ts";
import { clip } from "../../core/text/clip.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { schemaErrors, validateFormat } from "../../schema/index.ts";
import { readYaml, type YamlFile, yamlErrors } from "../../yaml/index.ts";
import type { ChatMessage, ToolDefinition } from "../chat.ts";
import type { CassetteFile, CassetteFileCall, CassetteFileSetup } from "./cassette-file.ts";
import {
  askerKey,
  type Cassette,
  type CassetteCall,
  type CassetteSetup,
  type CassetteTrial,
  keyText,
} from "./cassette.ts";
import { readHeldJson } from "./held-json.ts";
import { messageFromFile, replyFromFile } from "./parts.ts";
import { withMark } from "./session-mark.ts";

/**
 * Reads a cassette.
 *
 * @throws AppError or AppErrors with everything that is wrong with it, each with its place.
 */
export async function parseCassette(text: string, file: string): Promise<Cassette> {
  const yaml = readYaml(text, file);
  throwAll(yamlErrors(yaml.problems, file));
  const { value } = yaml;
  const errors = schemaErrors(await validateFormat("cassette", value), yaml, "CASSETTE_INVALID");
  assertCassette(value, errors);
  return new CassetteReader(value, yaml).read();
}

/** Says to the compiler what the schema has said. */
function assertCassette(
  _value: unknown,
  errors: readonly AppError[],
): asserts _value is CassetteFile {
  throwAll(errors);
}

type Path = readonly (string | number)[];

/** Puts together again what the file holds once, and finds what does not fit together. */
class CassetteReader {
  private readonly source: CassetteFile;
  private readonly yaml: YamlFile;
  private readonly errors: AppError[] = [];
  private readonly setups = new Map<string, CassetteSetup>();

  constructor(source: CassetteFile, yaml: YamlFile) {
    this.source = source;
    this.yaml = yaml;
  }

  read(): Cassette {
    const { cassette: suite, setups, trials } = this.source;
    for (const [name, setup] of Object.entries(setups)) {
      this.setups.set(name, this.setup(setup, ["setups", name]));
    }
    const seen = new Set<string>();
    const read = trials.map((trial, index): CassetteTrial => {
      const path = ["trials", index];
      const key = keyText(trial);
      if (seen.has(key)) {
        this.wrong(`trial ${trial.trial} of case ${trial.case} stands here twice`, path);
      }
      seen.add(key);
      const now = Date.parse(trial.now);
      if (Number.isNaN(now)) this.wrong(`"${trial.now}" is no time`, [...path, "now"]);
      const { case: name, target, trial: number, session } = trial;
      const calls = this.calls(trial.calls, [...path, "calls"]).map((call) => {
        return { ...call, setup: withMark(call.setup, session) };
      });
      return { case: name, target, trial: number, now, calls };
    });
    throwAll(this.errors);
    return { suite, trials: read };
  }

  private setup(setup: CassetteFileSetup, path: Path): CassetteSetup {
    const { prompt, tool_choice: choice, max_tokens: maxTokens, temperature, stop } = setup;
    const { prompts } = this.source;
    const system = Object.hasOwn(prompts, prompt) ? prompts[prompt] : undefined;
    if (system === undefined) {
      const known = Object.keys(prompts);
      this.missing("prompt", prompt, { known, path: [...path, "prompt"] });
    }
    const tools = (setup.tools ?? []).flatMap((name, index) => {
      return this.tool(name, [...path, "tools", index]) ?? [];
    });
    return {
      system: system ?? [],
      tools,
      ...(choice !== undefined && { toolChoice: this.choice(choice, path) }),
      maxTokens,
      ...(temperature !== undefined && { temperature }),
      ...(stop !== undefined && { stop }),
    };
  }

  private choice(
    { type, name }: NonNullable<CassetteFileSetup["tool_choice"]>,
    path: Path,
  ): NonNullable<CassetteSetup["toolChoice"]> {
    if (type !== "tool") return { type };
    if (name === undefined)
      this.wrong("the choice of a tool has no name", [...path, "tool_choice"]);
    return { type, name: name ?? "" };
  }

  private tool(key: string, path: Path): ToolDefinition | undefined {
    const { tools } = this.source;
    const tool = Object.hasOwn(tools, key) ? tools[key] : undefined;
    if (tool === undefined) {
      this.missing("tool", key, { known: Object.keys(tools), path });
      return undefined;
    }
    const { name, description, input_schema_json: json } = tool;
    const schema = tool.input_schema ?? (json === undefined ? undefined : readHeldJson(json));
    if (schema === undefined) this.wrong(`tool ${clip(key, 60)} has no schema`, ["tools", key]);
    return { name, description, inputSchema: schema ?? {} };
  }

  private calls(calls: readonly CassetteFileCall[], path: Path): readonly CassetteCall[] {
    const before = new Map<string, CassetteCall>();
    return calls.flatMap((call, index) => {
      const key = askerKey(call);
      const read = this.call(call, before.get(key), [...path, index]);
      if (read !== undefined) before.set(key, read);
      return read ?? [];
    });
  }

  private call(
    call: CassetteFileCall,
    before: CassetteCall | undefined,
    path: Path,
  ): CassetteCall | undefined {
    const setup = this.setups.get(call.setup);
    if (setup === undefined) {
      this.missing("setup", call.setup, {
        known: [...this.setups.keys()],
        path: [...path, "setup"],
      });
    }
    const sent = before?.messages ?? [];
    const keep = call.keep ?? sent.length;
    if (keep > sent.length) {
      this.wrong(`${keep} messages cannot be kept of ${sent.length}`, [...path, "keep"]);
    }
    const added = call.messages.flatMap((message, index): readonly ChatMessage[] => {
      const isReply = message.role === "reply";
      if (isReply && before !== undefined)
        return [{ role: "assistant", parts: before.reply.parts }];
      const read = messageFromFile(message);
      if (read === undefined) {
        const what = isReply
          ? "there is no reply before this one"
          : "something of this message is missing";
        this.wrong(what, [...path, "messages", index]);
      }
      return read === undefined ? [] : [read];
    });
    const reply = replyFromFile(call.reply);
    if (reply === undefined) this.wrong("a part of this reply is incomplete", [...path, "reply"]);
    if (setup === undefined || reply === undefined) return undefined;
    const { role, component, model } = call;
    return { role, component, model, setup, messages: [...sent.slice(0, keep), ...added], reply };
  }

  private missing(
    what: string,
    name: string,
    { known, path }: { readonly known: readonly string[]; readonly path: Path },
  ): void {
    this.wrong(`there is no ${what} "${clip(name, 60)}"`, path, didYouMean(name, known));
  }

  private wrong(message: string, path: Path, hint?: string): void {
    this.errors.push(
      new AppError("CASSETTE_INVALID", message, { place: this.placeOf(path), hint }),
    );
  }

  private placeOf(path: Path): Place {
    const { file } = this.yaml;
    const range = this.yaml.rangeOf(path);
    return range === undefined ? { file } : { file, ...range.start };
  }
}
