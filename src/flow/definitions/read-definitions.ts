import { AppError } from "../../core/errors/app-error.ts";
import type { Definitions } from "./definition.ts";
import { rubyDefinitions } from "./ruby/ruby-definitions.ts";
import type { RubyReading } from "./ruby/ruby-literals.ts";
import { checkedYamlDefinitions } from "./yaml-definitions.ts";

/** A file of definitions, under the path that reports print. Its name says whether it is Ruby. */
export interface DefinitionSource {
  readonly file: string;
  readonly text: string;
}

/** Runs a module of this package in a process of its own: calls its `answer` with a text and gives back what it says. */
export type ModuleRunner = (module: URL, input: string) => Promise<string>;

/** A larger file is not handed to the parser. */
const longestRuby = 1_000_000;

/** The module that reads Ruby: the source where this is the source, else what was built of it. */
const rubyWorker: URL = import.meta.url.endsWith(".ts")
  ? new URL("./ruby/ruby-worker.ts", import.meta.url)
  : new URL("./ruby/ruby-worker.js", import.meta.url);

/**
 * Reads files of definitions: YAML of our own format, or the monolith's Ruby, of which nothing is run.
 * Whatever is wrong with a file is among its problems.
 *
 * @throws AppError if the process that reads Ruby fails
 */
export async function readDefinitions(
  sources: readonly DefinitionSource[],
  runModule: ModuleRunner,
): Promise<readonly Definitions[]> {
  const ruby = sources.filter((source) => isRuby(source) && source.text.length <= longestRuby);
  const readings = ruby.length === 0 ? [] : await readRuby(ruby, runModule);
  const read = new Map(ruby.map((source, index) => [source, readings[index]]));
  return Promise.all(
    sources.map(async (source) => {
      const { text, file } = source;
      if (!isRuby(source)) return checkedYamlDefinitions(text, file);
      const reading = read.get(source);
      return reading === undefined ? tooLong(source) : rubyDefinitions(text, file, reading);
    }),
  );
}

function isRuby({ file }: DefinitionSource): boolean {
  return file.endsWith(".rb");
}

async function readRuby(
  sources: readonly DefinitionSource[],
  runModule: ModuleRunner,
): Promise<readonly RubyReading[]> {
  const answer = await runModule(rubyWorker, JSON.stringify(sources.map(({ text }) => text)));
  const readings: readonly RubyReading[] = JSON.parse(answer);
  if (readings.length === sources.length) return readings;
  throw new AppError("CHILD_FAILED", "the reader of Ruby did not answer for every file", {
    hint: "read fewer files at once; if it stays so, please report it",
  });
}

function tooLong({ file, text }: DefinitionSource): Definitions {
  const at = { line: 1, column: 1 };
  const message = `the file is longer than ${longestRuby} characters, and is not read`;
  const problem = { message, at: [], range: { start: at, end: at } };
  return { file, text, language: "ruby", definitions: [], problems: [problem], broken: true };
}
