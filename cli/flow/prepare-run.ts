import { AppError } from "../../src/core/errors/app-error.ts";
import { createRedactor, type Redactor } from "../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../src/core/secrets/secret-values.ts";
import type { HumanDecision, RunOptions, RunRegistries } from "../../src/engine/index.ts";
import {
  type Flow,
  loadRegistries,
  renderTemplate,
  type ResolvedFlow,
} from "../../src/flow/index.ts";
import { sha256Hex } from "../../src/platform/index.ts";
import {
  countToolTexts,
  createMockRuntime,
  type Mocks,
  type ToolCatalog,
  type ToolTexts,
} from "../../src/tools/index.ts";
import { openToolCatalog } from "../tools-folder.ts";
import { findFlow, type FoundFlow } from "./find-flow.ts";
import type { RunInputFlags } from "./flow-flags.ts";
import type { FlowWorld } from "./flow-world.ts";
import { readContext } from "./read-context.ts";
import { readHuman } from "./read-human.ts";
import { openSession, readSession } from "./read-session.ts";
import { readTools } from "./read-tools.ts";
import { settleAll } from "./settle-all.ts";

/** A run that only lacks its model. */
export interface PreparedRun {
  readonly resolved: ResolvedFlow;
  readonly options: Omit<RunOptions, "model" | "human" | "onEvent" | "onProgress">;
  readonly human: readonly HumanDecision[];
  /** How the tools are described to the model. */
  readonly offeredTools: ToolTexts;
  readonly redactor: Redactor;
  /** The values of the environment that nobody may read. */
  readonly secrets: readonly string[];
  /** What the user should know about how the flags were understood. */
  readonly notices: readonly string[];
}

/** The flow of a run. */
export interface AskedRun {
  /** A path or a reference. */
  readonly ref: string;
  /** What stands for the first message of a conversation; without it, one has to be given. */
  readonly placeholder?: string;
}

/** As for a trial of a suite: a model that goes round in circles shall not cost a fortune. */
const defaultMaxReplies = 50;

/**
 * Reads everything that decides a run.
 *
 * @throws AppError or AppErrors with every mistake of every flag and file, at its place.
 */
export async function prepareRun(
  asked: AskedRun,
  flags: RunInputFlags,
  world: FlowWorld,
): Promise<PreparedRun> {
  const catalog = await openToolCatalog(world.config, world.context);
  const [{ resolved, notices, registries, goal }, place, mocks, human, given] = await settleAll([
    findWithGoal(asked, flags.goal, world),
    readContext(flags, world),
    readTools(flags.tools, catalog, world),
    readHuman(flags.human, world),
    readSession(flags),
  ]);
  const { flow, reference, version } = resolved;
  const session = openSession(given, { flow, mocks, catalog });
  const { clock, env, signal } = world.context;
  const secrets = secretValuesFromEnv(env);
  const redactor = createRedactor({ known: secrets });
  const id = sha256Hex(JSON.stringify([reference, version, goal]));
  return {
    resolved,
    human,
    redactor,
    secrets,
    notices: [...notices, ...place.notices],
    offeredTools: offeredTools(flow, session, { mocks, catalog }),
    options: {
      flow,
      goal,
      context: place.context,
      tools: createMockRuntime(mocks, {
        render: renderTemplate,
        clock,
        catalog,
        home: "the file of mocks that --tools names",
      }),
      clock,
      hash: sha256Hex,
      // A number as the service gives sessions; the same for the same question, so that runs can be compared.
      workflowId: String(Number.parseInt(id.slice(0, 8), 16)),
      trial: 0,
      limits: { maxReplies: world.config.limits.trial.maxReplies ?? defaultMaxReplies },
      compat: flags.compat,
      ...session,
      redact: (text) => redactor.redact(text),
      registries,
      signal,
    },
  };
}

async function findWithGoal(
  { ref, placeholder }: AskedRun,
  said: string | undefined,
  world: FlowWorld,
): Promise<FoundFlow & { readonly goal: string; readonly registries: RunRegistries }> {
  const found = await findFlow(ref, world);
  const { flow } = found.resolved;
  const { prompts, responseSchemas } = world.config.registries;
  const registries = await loadRegistries(flow, {
    prompts: prompts === undefined ? [] : [prompts],
    responseSchemas: responseSchemas === undefined ? [] : [responseSchemas],
    files: world.files,
  });
  if (said !== undefined && said.trim() !== "") return { ...found, goal: said, registries };
  // What a flow that runs by itself is for stands in its context.
  if (flow.environment === "ambient") {
    const empty = "the flow reads context:goal, and nothing is said (--goal), so it is empty";
    const notices = readsGoal(flow) ? [...found.notices, empty] : found.notices;
    return { ...found, goal: "", registries, notices };
  }
  if (placeholder === undefined) {
    throw new AppError("CLI_USAGE", `nothing is said to ${ref}, which is a conversation`, {
      hint: 'write the first message of the user: --goal "…"',
    });
  }
  const notice = `nothing is said to the flow (--goal), so "${placeholder}" stands for it`;
  return { ...found, goal: placeholder, registries, notices: [...found.notices, notice] };
}

function readsGoal(flow: Flow): boolean {
  return flow.components.some(({ inputs }) =>
    inputs.some(
      (input) => "target" in input && input.target === "context" && input.path[0] === "goal",
    ),
  );
}

function offeredTools(
  flow: Flow,
  { mcpTools = [], deniedTools = [] }: Pick<RunOptions, "mcpTools" | "deniedTools">,
  { mocks, catalog }: { readonly mocks: Mocks; readonly catalog: ToolCatalog },
): ToolTexts {
  const own = flow.components.flatMap(({ toolset }) => toolset.map(({ tool }) => tool));
  const isDeclared = (tool: string): boolean => mocks.get(tool)?.declared !== undefined;
  const offered = [...own, ...mcpTools].filter((tool) => !deniedTools.includes(tool));
  return countToolTexts(offered, { catalog, isDeclared });
}
