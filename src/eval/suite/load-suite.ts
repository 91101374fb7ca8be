import { dirname, isAbsolute, join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import type { Place } from "../../core/position.ts";
import { shownPath } from "../../platform/index.ts";
import { validateFormat } from "../../schema/index.ts";
import { readYaml, yamlErrors } from "../../yaml/index.ts";
import { CheckMemo } from "../check/check-memo.ts";
import { readSafety, reportUnused } from "../safety/suite-safety.ts";
import { checkUse } from "../target/check-use.ts";
import { engineTargets } from "../target/target.ts";
import { readSuiteFakes } from "./case-fakes.ts";
import { InputFiles } from "./input-files.ts";
import { toolsOf } from "./known-names.ts";
import type { LoadFrame } from "./load-frame.ts";
import { readMatrix } from "./matrix.ts";
import { readCases } from "./read-cases.ts";
import { readContext } from "./read-context.ts";
import { readFakesBlock } from "./read-fakes.ts";
import { readGates } from "./read-gates.ts";
import { readJudge } from "./read-judge.ts";
import { readLimits } from "./read-limits.ts";
import { readMocks, unmockedOf } from "./read-mocks.ts";
import { readQuarantine } from "./read-quarantine.ts";
import { checkSessions, readTargets } from "./read-targets.ts";
import type { SuiteFrame } from "./suite-frame.ts";
import { hasPrefix, requiredPrefix } from "./suite-id.ts";
import { SuiteReader, yamlPlaces } from "./suite-reader.ts";
import type { Suite, SuiteCase } from "./suite.ts";

/** A suite's file, read: what it says as far as it could be read, and everything that is wrong. */
export interface LoadedSuite {
  /** Absolute. */
  readonly path: string;
  readonly suite: Suite | undefined;
  /** Where the suite's id stands. */
  readonly idPlace: Place;
  readonly errors: readonly AppError[];
}

/** Reads one suite with all its mistakes. */
export async function loadSuite(path: string, frame: LoadFrame): Promise<LoadedSuite> {
  const file = shownPath(path, frame.cwd);
  const text = await readFile(path, file, frame);
  const nothing = { path, suite: undefined, idPlace: { file } };
  if (text instanceof AppError) return { ...nothing, errors: [text] };
  const yaml = readYaml(text, file);
  const broken = yamlErrors(yaml.problems, file);
  if (broken.length > 0) return { ...nothing, errors: broken };
  const reader = new SuiteReader(yamlPlaces(yaml), await validateFormat("suite", yaml.value));
  if (!isJsonObject(yaml.value)) return { ...nothing, errors: reader.errors() };
  const suite = await readSuite(yaml.value, reader, { ...frame, path, file, text });
  const idPlace = { file, ...yaml.rangeOf(["suite"])?.start };
  return { path, suite, idPlace, errors: reader.errors() };
}

/** A suite and where it is written. */
export interface FileFrame extends LoadFrame {
  readonly path: string;
  readonly file: string;
  readonly text: string;
}

/** Reads what a suite says; it is fit to be run only if the reader has no errors in the end. */
export async function readSuite(
  value: JsonObject,
  reader: SuiteReader,
  frame: FileFrame,
): Promise<Suite> {
  const { path, toolCatalog, cwd } = frame;
  const inputs = new InputFiles(frame.files);
  inputs.add(path, "suite");
  const folder = dirname(path);
  const { cases, ...source } = value;
  const files = inputs.readingAs("mock");
  const fakeFiles = inputs.readingAs("fake");
  const place = { reader, files, folder, toolCatalog };
  const matrix = readMatrix(source["matrix"], reader);
  const targets = await readTargets(source, {
    ...place,
    files: inputs.readingAs("target"),
    cwd,
    flows: frame.flows,
    matrix,
    onFlow: (flow) => inputs.addFlow(flow, cwd),
  });
  const safety = readSafety(source, reader);
  const around: SuiteFrame = {
    ...place,
    targets,
    mocks: await readMocks(source["tools"], ["tools"], place),
    fakes: readSuiteFakes(
      await readFakesBlock(source["fakes"], ["fakes"], { ...place, files: fakeFiles }),
      reader,
    ),
    cwd,
    historyFiles: inputs.readingAs("history"),
    fakeFiles,
    unmocked: unmockedOf(source["unmocked"]) ?? "suite_error",
    context: { ...frame.context, ...readContext(safety.context, ["context"], reader) },
    limits: readLimits(source["limits"], frame.limits),
    safety,
    quarantine: readQuarantine(source["quarantine"], ["quarantine"], reader),
    memo: new CheckMemo(),
    later: frame.later,
  };
  const { contexts } = matrix;
  const read = await readCases(source, cases, {
    ...around,
    rowFiles: inputs.readingAs("cases"),
    cwd,
    contexts,
  });
  checkUse(source, [], around);
  reportUnused(around.safety, read, reader);
  checkSessions(source, sessionTools(around, read), reader);
  return {
    id: readId(source, reader, path),
    file: frame.file,
    text: frame.text,
    targets,
    toolCatalog,
    ...(await readScript(source["script"], reader, {
      ...frame,
      files: inputs.readingAs("script"),
    })),
    judge: readJudge(source["judge"]),
    gates: readGates(source["gates"], { reader, targets, cases: read }),
    source,
    cases: read,
    inputs: inputs.all(),
  };
}

/** A case's mocks may declare what its suite's do not. */
function sessionTools(
  { targets, mocks, toolCatalog }: SuiteFrame,
  cases: readonly SuiteCase[],
): Parameters<typeof checkSessions>[1] {
  const declared = [...mocks.keys(), ...cases.flatMap((each) => [...each.mocks.keys()])];
  return {
    existing: [...new Set([...toolCatalog.names, ...declared])],
    listed: engineTargets(targets).flatMap(({ flow }) => toolsOf(flow)),
  };
}

function readId({ suite: id }: JsonObject, reader: SuiteReader, path: string): string {
  if (typeof id !== "string") return "";
  const prefix = requiredPrefix(path);
  if (prefix !== undefined && reader.wellFormed(["suite"]) && !hasPrefix(id, prefix)) {
    reader.add({
      path: ["suite"],
      code: "EVAL_SUITE_ID",
      message: `the id "${id}" does not begin with the name of its folder, "${prefix}"`,
      hint: `call it "${prefix}-${id}", or move the file`,
    });
  }
  return id;
}

async function readScript(
  value: JsonValue | undefined,
  reader: SuiteReader,
  { files, path, cwd }: FileFrame,
): Promise<Pick<Suite, "script" | "scriptText">> {
  if (typeof value !== "string") return { script: undefined, scriptText: undefined };
  const script = isAbsolute(value) ? value : join(dirname(path), value);
  const scriptText = await readExpected(script, files);
  if (scriptText instanceof AppError) reader.addError(scriptText, ["script"]);
  else if (scriptText === undefined) {
    reader.add({
      path: ["script"],
      code: "EVAL_SCRIPT_MISSING",
      message: `there is no script ${value}`,
      hint: `the path is relative to the suite's folder: ${shownPath(script, cwd)} was looked for`,
    });
  }
  const text = scriptText instanceof AppError ? undefined : scriptText;
  return { script: shownPath(script, cwd), scriptText: text };
}

async function readFile(
  path: string,
  file: string,
  { files }: LoadFrame,
): Promise<string | AppError> {
  const text = await readExpected(path, files);
  if (text !== undefined) return text;
  return new AppError("EVAL_NO_SUITES", `there is no suite ${file}`, {
    hint: "name a file, or a folder with files whose names end in .suite.yml",
  });
}

/** A file's text; what is wrong with it is data, because it is not all that may be wrong. */
async function readExpected(path: string, files: Files): Promise<string | AppError | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
