import { join, resolve } from "node:path";
import { type Config, loadConfig } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { parseFlow } from "../../src/flow/index.ts";
import type { CliContext } from "../context.ts";
import { openToolCatalog } from "../tools-folder.ts";
import { exampleFlow } from "./example-flow.ts";
import { findRegistry } from "./find-registry.ts";
import { firstSuites } from "./first-suite.ts";
import { type FlowCandidate, flowCandidates } from "./flow-candidates.ts";
import { overlayFiles } from "./overlay-files.ts";
import type { PlannedFile } from "./planned-file.ts";
import { type SuiteFolders, whyNot } from "./why-not.ts";

/** What `init` writes besides the pipeline. */
export interface InitPlan {
  readonly files: readonly PlannedFile[];
  /** Path of the first suite. */
  readonly suite: string;
  /** Whether `eval run` finds that suite by itself. */
  readonly isDefault: boolean;
  /** What the user should know about the choice. */
  readonly notices: readonly string[];
}

const configFile = "flowproof.yml";
const suites = "suites/smoke";
/** How many flows are tried; whoever has more will write their own suite. */
const maxTried = 20;

/** Decides what to write: a suite that passes, for a flow of the repository or else for a small one. */
export async function planInit(context: CliContext): Promise<InitPlan> {
  const { cwd, files } = context;
  const config = await loadConfig(cwd, files);
  const isConfigured = (await files.list(cwd)).includes(configFile);
  const { folders, candidates } = await lookAround(config, isConfigured, context);
  const { own, problem } = await forOneOf(candidates.slice(0, maxTried), folders, context);
  const first = own ?? (await forExample(folders, context));
  const configured = {
    path: configFile,
    about: "what the commands take when no flag says otherwise",
    text: configText(folders.flows),
  };
  return {
    files: [configured, ...first.files],
    suite: first.suite,
    isDefault: !isConfigured || config.suites?.includes(suites) === true,
    notices: own === undefined ? passedOver(candidates, problem) : [],
  };
}

/** The reason is that of the first one, which was the simplest to play. */
function passedOver(
  candidates: readonly FlowCandidate[],
  problem: string | undefined,
): readonly string[] {
  const [first] = candidates;
  if (first === undefined) return [];
  const names = candidates.map(({ reference }) => reference).slice(0, 3);
  const who = candidates.length > names.length ? `${names.join(", ")} and more` : names.join(", ");
  return [
    `no suite could be made that ${who} passes on a script alone, so a small agent was added`,
    ...(problem === undefined ? [] : [`${first.reference}: ${problem}`]),
  ];
}

interface Surroundings {
  readonly folders: SuiteFolders;
  readonly candidates: readonly FlowCandidate[];
}

/** The flows where they are expected; in a repository that says nothing of it also elsewhere. */
async function lookAround(
  config: Config,
  isConfigured: boolean,
  context: CliContext,
): Promise<Surroundings> {
  const { registries } = config;
  const { prompts, responseSchemas } = registries;
  const others = {
    prompts: prompts === undefined ? [] : [prompts],
    responseSchemas: responseSchemas === undefined ? [] : [responseSchemas],
    toolCatalog: await openToolCatalog(config, context),
  };
  const inFolders = async (flows: readonly string[]): Promise<Surroundings> => {
    const paths = flows.map((folder) => resolve(context.cwd, folder));
    return {
      folders: { flows, ...others },
      candidates: await flowCandidates(paths, context.files),
    };
  };
  const expected = await inFolders(registries.flows);
  if (isConfigured || expected.candidates.length > 0) return expected;
  const elsewhere = await findRegistry(context);
  return elsewhere === undefined ? expected : inFolders([elsewhere]);
}

type First = Pick<InitPlan, "files" | "suite">;

/** The first suite that passes for one of some flows; one that is there already is not tried. */
async function forOneOf(
  candidates: readonly FlowCandidate[],
  folders: SuiteFolders,
  context: CliContext,
): Promise<{ readonly own?: First; readonly problem?: string }> {
  let problem: string | undefined;
  for (const candidate of candidates) {
    const own = await forFlow({ candidate, extra: [] }, folders, context);
    if (typeof own !== "string") return { own };
    problem ??= own;
  }
  return problem === undefined ? {} : { problem };
}

interface Attempt {
  readonly candidate: FlowCandidate;
  /** Files that the flow itself needs and that are not there yet. */
  readonly extra: readonly PlannedFile[];
}

/** The first suite of a flow, or why the one that asks for least does not pass. */
async function forFlow(
  { candidate, extra }: Attempt,
  folders: SuiteFolders,
  context: CliContext,
): Promise<First | string> {
  const { cwd, files } = context;
  const kebab = candidate.reference.replaceAll("_", "-");
  const script = `${kebab}.script.yml`;
  const suite = `${suites}/${kebab}.suite.yml`;
  const isThere = (await files.list(join(cwd, suites))).includes(`${kebab}.suite.yml`);
  let problem: string | undefined;
  const names = { id: `smoke-${kebab}`, script };
  for (const texts of firstSuites(candidate, names, folders.toolCatalog)) {
    const planned = [
      ...extra,
      { path: suite, about: `a first suite for ${candidate.reference}`, text: texts.suite },
      { path: `${suites}/${script}`, about: "what stands in for the model", text: texts.script },
    ];
    const added = new Map(planned.map(({ path, text }) => [join(cwd, path), text]));
    const world = { ...context, files: overlayFiles(files, added) };
    problem = isThere ? undefined : await whyNot(suite, folders, world);
    if (problem === undefined) return { files: planned, suite };
  }
  return problem ?? "nothing to try";
}

/** A flow of our own, for a repository in which nothing can be tried. */
async function forExample(folders: SuiteFolders, context: CliContext): Promise<First> {
  const folder = folders.flows.find((each) => !/^(?:\.\.|\/|[A-Za-z]:)/u.test(each));
  for (const reference of folder === undefined ? [] : ["first_agent", "second_agent"]) {
    const path = `${folder}/${reference}/1.0.0.yml`;
    const text = exampleFlow(reference);
    const candidate = { flow: parseFlow(text, path), reference, version: "1.0.0", path };
    const extra = [{ path, about: "a small agent to begin with", text }];
    const taken = (await context.files.list(resolve(context.cwd, folder ?? ""))).includes(
      reference,
    );
    const first = taken ? "" : await forFlow({ candidate, extra }, folders, context);
    if (typeof first !== "string") return first;
  }
  const where = folders.flows.join(", ");
  throw new AppError("CLI_USAGE", `no flow in ${where} passes a first suite on a script`, {
    hint: "write a suite yourself: docs/suites.md shows how",
  });
}

function configText(flows: readonly string[]): string {
  return `# What the commands of flowproof take when no flag says otherwise. Every key is optional.
suites: [${suites}]

registries:
  flows: [${flows.map((folder) => (/^[\w./-]+$/u.test(folder) ? folder : JSON.stringify(folder))).join(", ")}]
`;
}
