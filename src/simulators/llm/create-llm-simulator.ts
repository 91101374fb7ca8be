import { setTimeout as sleepReally } from "node:timers/promises";
import type { Clock } from "../../core/clock.ts";
import { AppError } from "../../core/errors/app-error.ts";
import {
  answerScript,
  restorePromptedBody,
  type MessagesBody,
  type Script,
  type ScriptAnswer,
} from "../../model/index.ts";
import { completionsDialect, completionsPath } from "./completions-dialect.ts";
import type { AskedFor, Dialect } from "./dialect.ts";
import { messagesDialect } from "./messages-dialect.ts";
import { readBody } from "./read-body.ts";
import type { SimulatedMessage } from "./simulated-message.ts";
import { spoil, type StreamFault } from "./stream-fault.ts";

export interface LlmSimulatorOptions {
  readonly script: Script;
  /** Waits where the script or a fault says so; really, when left out. */
  readonly sleep?: Clock["sleep"];
  /** The models that exist; every name does when left out. */
  readonly models?: readonly string[];
  /** Refuses tools, as a server does whose model cannot call any; a prompt that offers them is understood. */
  readonly withoutTools?: boolean;
  /** Larger bodies are refused; 32 MB when left out, as by the real API. */
  readonly maxBodyBytes?: number;
  /** Something that goes wrong, by the number of the request, from 1. */
  readonly fault?: (request: number) => SimulatedFault | undefined;
}

/** An error instead of an answer, or an answer that does not arrive whole. */
export type SimulatedFault =
  | {
      readonly type: "status";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly message?: string;
    }
  | StreamFault;

/** What a simulator has done since it began. */
interface LlmSimulatorStats {
  /** All requests. */
  readonly requests: number;
  /** Of these, the ones that got an answer of the script. */
  readonly answered: number;
}

/** Both interfaces as a function of the platform's own request and response. */
export interface LlmSimulator {
  (request: Request): Promise<Response>;
  readonly stats: LlmSimulatorStats;
}

const defaultMaxBodyBytes = 32 * 1024 * 1024;

/**
 * A strict Messages API and, under its own path, strict chat completions, in JSON and as a stream, that answer
 * from a script. What the real ones refuse is refused here, in their words and with their status.
 */
export function createLlmSimulator(options: LlmSimulatorOptions): LlmSimulator {
  const stats = { requests: 0, answered: 0 };
  const handle = async (request: Request): Promise<Response> => {
    stats.requests += 1;
    const id = `req_sim_${String(stats.requests).padStart(8, "0")}`;
    const fault = options.fault?.(stats.requests);
    const sleep = options.sleep ?? ((ms) => sleepReally(ms));
    const response = await respond(request, { options, id, fault, sleep });
    if (response.ok) stats.answered += 1;
    return response;
  };
  return Object.assign(handle, { stats });
}

interface Exchange {
  readonly options: LlmSimulatorOptions;
  readonly id: string;
  readonly fault: SimulatedFault | undefined;
  readonly sleep: Clock["sleep"];
}

async function respond(request: Request, exchange: Exchange): Promise<Response> {
  const { options, id, fault } = exchange;
  const dialect = dialectOf(request);
  const refusal = dialect.refuse(request);
  if (refusal !== undefined) return dialect.error({ ...refusal, id });
  if (fault?.type === "status") {
    const { status, message = "simulated", headers = {} } = fault;
    return dialect.error({ status, type: dialect.errorTypeOf(status), message, headers, id });
  }
  const read = await readBody(request, options.maxBodyBytes ?? defaultMaxBodyBytes);
  if (!read.ok) return dialect.error({ ...read, id });
  const reading = dialect.read(read.value, request.headers);
  if (!reading.ok) return dialect.error({ ...refused, message: reading.message, id });
  const { model } = reading.asked.body;
  if (options.models !== undefined && !options.models.includes(model)) {
    return dialect.error({ ...dialect.modelMissing(model), id });
  }
  if (options.withoutTools === true && hasTools(reading.asked.body)) {
    const message = `${model} does not support tools`;
    return dialect.error({ ...refused, message, id });
  }
  return answer(reading.asked, { ...exchange, fault, dialect, trial: trialOf(request) });
}

function hasTools({ tools = [] }: MessagesBody): boolean {
  return tools.length > 0;
}

/** How whatever is wrong with a body is refused. */
const refused = { status: 400, type: "invalid_request_error" } as const;

function dialectOf({ url }: Request): Dialect {
  return new URL(url).pathname === completionsPath ? completionsDialect : messagesDialect;
}

interface Answering extends Exchange {
  readonly fault: StreamFault | undefined;
  readonly dialect: Dialect;
  readonly trial: number;
}

async function answer(asked: AskedFor, answering: Answering): Promise<Response> {
  const { options, id, dialect, sleep, trial } = answering;
  const prompted = options.withoutTools === true ? restorePromptedBody(asked.body) : undefined;
  const said = ask(options.script, prompted?.body ?? asked.body, trial);
  if (said instanceof AppError) {
    // A client that retried would only be told the same again. Ours knows by the header whose error it is.
    const message = said.hint === undefined ? said.message : `${said.message}\n${said.hint}`;
    const headers = { "x-flowproof-error": said.code };
    return dialect.error({ ...refused, message, headers, id });
  }
  if (said.delayMs > 0) await sleep(said.delayMs);
  if (said.type === "fault") {
    const { status, retryAfter } = said;
    const headers = retryAfter === undefined ? {} : { "retry-after": retryAfter };
    const message = "as the script says";
    return dialect.error({ status, type: dialect.errorTypeOf(status), message, headers, id });
  }
  return messageResponse(prompted?.say(said) ?? said, asked, answering);
}

function messageResponse(
  reply: SimulatedMessage["reply"],
  asked: AskedFor,
  { id, fault, dialect, sleep }: Answering,
): Response {
  const message = { id: `msg_${id.slice("req_".length)}`, model: asked.body.model, reply };
  const headers = { [dialect.requestIdHeader]: id };
  if (!asked.isStreamed) return Response.json(asked.json(message), { headers });
  const events = asked.events(message);
  return new Response(fault === undefined ? events : spoil(events, fault, sleep), {
    headers: {
      ...headers,
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache",
    },
  });
}

function ask(script: Script, body: MessagesBody, trial: number): ScriptAnswer | AppError {
  try {
    return answerScript(script, body, trial);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function trialOf(request: Request): number {
  const trial = Number(request.headers.get("x-flowproof-trial") ?? "0");
  return Number.isSafeInteger(trial) && trial >= 0 ? trial : 0;
}
