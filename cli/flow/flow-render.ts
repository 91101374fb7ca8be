import { AppError } from "../../src/core/errors/app-error.ts";
import { clip } from "../../src/core/text/clip.ts";
import { foldWhitespace } from "../../src/core/text/fold-whitespace.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import type { RunResult } from "../../src/engine/index.ts";
import { createPaint } from "../../src/format/index.ts";
import { toolTextSentences } from "../../src/report/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { agentModel } from "./agent-model.ts";
import { capturingClient, RequestCaptured } from "./capture-request.ts";
import type { FlowRenderFlags } from "./flow-flags.ts";
import { openFlowWorld } from "./flow-world.ts";
import { playSession } from "./play-session.ts";
import { type PreparedRun, prepareRun } from "./prepare-run.ts";
import { requestText } from "./request-text.ts";
import { endingOf } from "./run-document.ts";
import { sayNotices } from "./say.ts";

/** What requests are made for if nothing names a model: they differ a little from one to the other. */
const defaultModel = "anthropic/claude-sonnet-4-6";
const placeholder = "(what the user writes)";

/** `flowproof flow render`: the first request of a flow to a model, which is not sent. */
export async function flowRender(
  ref: string,
  flags: FlowRenderFlags,
  context: CliContext,
): Promise<ExitCode> {
  const world = await openFlowWorld(context);
  const prepared = await prepareRun({ ref, placeholder }, flags, world);
  const named = agentModel(flags, context.env, world.config);
  const model = withProvider(named ?? defaultModel);
  const notice = `nothing names a model, so the request is one for ${defaultModel}`;
  const captured = await firstRequest(prepared, model, context);
  sayNotices(
    [
      ...prepared.notices,
      ...(named === undefined ? [notice] : []),
      ...captured.notes,
      ...toolTextSentences(prepared.offeredTools),
    ],
    flags,
    context,
  );
  const body = prepared.redactor.redactJson(captured.body);
  if (body !== captured.body) {
    sayNotices(["what looks like a secret is shown as [REDACTED]"], flags, context);
  }
  const paint = createPaint(context.terminal.color.stdout);
  const head = { flow: ref, component: captured.component, model };
  context.stdout(flags.format === "json" ? jsonDocument(body) : requestText(body, head, paint));
  return exitCode.ok;
}

/** A script is asked in the words of the Messages API too. */
function withProvider(model: string): string {
  return model.startsWith("script/") ? `anthropic/${model}` : model;
}

interface FirstRequest {
  readonly body: RequestCaptured["body"];
  readonly component: string;
  /** What the engine did on the way there. */
  readonly notes: readonly string[];
}

/** @throws AppError CLI_NO_REQUEST where the run comes to its end without one. */
async function firstRequest(
  prepared: PreparedRun,
  model: string,
  context: CliContext,
): Promise<FirstRequest> {
  const client = await capturingClient(model, context);
  const notes: string[] = [];
  let component = "";
  try {
    const { result } = await playSession({
      options: {
        ...prepared.options,
        model: client,
        onEvent: (event) => {
          if (event.type === "note") notes.push(event.text);
          if (event.type === "component_entered") component = event.component;
        },
      },
      human: prepared.human,
    });
    throw noRequest(prepared, result);
  } catch (error) {
    if (!(error instanceof RequestCaptured)) throw error;
    return { body: error.body, component, notes };
  }
}

function noRequest({ resolved }: PreparedRun, result: RunResult): AppError {
  const { status, error } = endingOf(result);
  const failedCall = result.calls.findLast(({ isError }) => isError);
  const why = [
    ...(failedCall === undefined
      ? []
      : [`${failedCall.tool}: ${clip(foldWhitespace(failedCall.content), 200)}`]),
    ...(error === undefined ? [] : [`${error.kind}: ${error.message}`]),
  ];
  const reasons = why.length === 0 ? "" : ` (${why.join("; ")})`;
  const message = `${resolved.reference} asked no model, its status is ${status}${reasons}`;
  return new AppError("CLI_NO_REQUEST", message, { hint: hintFor(result) });
}

function hintFor({ status, error, route }: RunResult): string {
  if (status.startsWith("waiting")) return "answer what it asks with --human";
  if (error?.kind === "build_error") {
    return "prompts and schemas of a registry lie in folders that flowproof.yml names (registries), tools of your own in the file of --tools";
  }
  const way = route.length === 0 ? "" : `; its route was ${route.join(" → ")}`;
  return `give what it needs with --context and --tools${way}`;
}
