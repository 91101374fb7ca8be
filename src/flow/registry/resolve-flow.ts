import { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { parseFlow } from "../load/parse-flow.ts";
import type { Flow } from "../model/flow.ts";
import { parseConstraint } from "../version/index.ts";
import { checkRegistered } from "./check-registered.ts";
import { type ConfinedFiles, confinedFiles } from "./confined-files.ts";
import { type FlowReference, isReference, parseReference } from "./flow-reference.ts";
import { listFlows, listVersionsOf, type RegisteredFlow } from "./list-flows.ts";
import { selectReachable } from "./select-reachable.ts";

/** Where flows are looked for. */
export interface FlowSources {
  /** Folders of flows; the first that has a version wins. */
  readonly folders: readonly string[];
  readonly files: Files;
  /** Where relative paths begin; where the program runs by default. */
  readonly cwd?: string;
  /** How a version is written where the flow is asked for, for hints; `reference@version` by default. */
  readonly writeVersion?: (version: string) => string;
}

/** A flow and what it is called. */
export interface ResolvedFlow {
  readonly flow: Flow;
  readonly reference: string;
  readonly version: string;
  readonly path: string;
}

/** Finds and reads a flow by its path, or by its reference with or without a version. */
export async function resolveFlow(ref: string, sources: FlowSources): Promise<ResolvedFlow> {
  const { files } = sources;
  if (looksLikePath(ref)) {
    const path = absolute(ref, sources.cwd);
    const text = await files.read(path);
    if (text === undefined) throw await missingFile(ref, sources);
    return { flow: parseFlow(text, ref), ...nameOf(ref), path: ref };
  }
  const confined = confinedFiles(files, sources.folders);
  const registered = await selectFlow(parseReference(ref), { ...sources, files: confined });
  const text = await confined.read(registered.path);
  if (text === undefined) throw await missingFile(registered.path, sources);
  const flow = parseFlow(text, registered.path);
  checkRegistered(flow, registered);
  return {
    flow,
    reference: registered.reference,
    version: registered.version,
    path: registered.path,
  };
}

function looksLikePath(ref: string): boolean {
  const beforeVersion = ref.split("@", 1)[0] ?? "";
  return /\.ya?ml$/i.test(ref) || /[/\\]/.test(beforeVersion);
}

function absolute(path: string, cwd: string | undefined): string {
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);
  return cwd === undefined || isAbsolute ? path : `${cwd}/${path}`;
}

/** `flows/data_analyst/1.0.0.yml` says both; any other file is called by its own name. */
function nameOf(path: string): Omit<ResolvedFlow, "flow" | "path"> {
  const [folder = "", file = ""] = path.split(/[/\\]/).slice(-2);
  const version = (file === "" ? folder : file).replace(/\.ya?ml$/i, "");
  return isReference(folder) && /^v?\d/.test(version)
    ? { reference: folder, version }
    : { reference: version, version: "" };
}

async function selectFlow(
  wanted: FlowReference,
  sources: FlowSources & { readonly files: ConfinedFiles },
): Promise<RegisteredFlow> {
  const { reference, query } = wanted;
  const shelves = await listVersionsOf(reference, sources.folders, sources.files);
  for (const versions of shelves) {
    const selected = await selectReachable(versions, query, sources.files);
    if (selected !== undefined) return selected;
  }
  if (shelves.length === 0) throw await missingFlow(reference, sources);
  const versions = shelves.flat().map(({ version }) => version);
  const message =
    parseConstraint(query) === undefined
      ? `"${query}" is neither a version of the flow "${reference}" nor a constraint`
      : `no version of the flow "${reference}" satisfies "${query}"`;
  const newest = versions.at(-1) ?? query;
  const written = sources.writeVersion?.(newest) ?? `${reference}@${newest}`;
  const hint = `there is ${versions.join(", ")}; write for instance ${written}`;
  throw new AppError("FLOW_VERSION_NOT_FOUND", message, { hint });
}

async function missingFlow(reference: string, { folders, files }: FlowSources): Promise<AppError> {
  const flows = await listFlows(folders, files);
  const known = [...new Set(flows.map((flow) => flow.reference))];
  const where =
    folders.length === 0 ? "no folder of flows is configured" : `in ${folders.join(", ")}`;
  const message = `there is no flow "${reference}" (${where})`;
  return new AppError("FLOW_NOT_FOUND", message, { hint: flowHint(reference, known) });
}

async function missingFile(path: string, { folders, files }: FlowSources): Promise<AppError> {
  const flows = await listFlows(folders, files);
  const hint = flowHint(
    path,
    flows.map((flow) => flow.path),
  );
  return new AppError("FLOW_NOT_FOUND", `there is no file "${path}"`, { hint });
}

/** Where no flow is registered, how flows are named says more than that there is none. */
function flowHint(wrong: string, known: readonly string[]): string {
  return known.length === 0
    ? "give the path of a flow's file; flows are known by name from the folders `registries.flows` of flowproof.yml"
    : didYouMean(wrong, known);
}
