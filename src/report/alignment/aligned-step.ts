import { canonicalJson } from "../../core/canonical-json.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import type {
  AnswerStep,
  CallStep,
  ReplyStep,
  TranscriptStep,
  TranscriptText,
  UserStep,
} from "../../record/index.ts";

/** A step that two transcripts are held against each other by: something was said, or a tool was called. */
export type AlignedStep = UserStep | ReplyStep | CallStep | AnswerStep;

/** Leaves out what only the engine did, and replies that say nothing: their calls are steps of their own. */
export function isAligned(step: TranscriptStep): step is AlignedStep {
  if (step.type === "entered" || step.type === "note") return false;
  return step.type !== "reply" || step.text.text !== "" || step.error !== undefined;
}

/** What kind of step it is; answers are the same whether a reply of a model is known that says them. */
export function kindOfStep(step: AlignedStep): string {
  if (step.type === "reply") return step.answers === undefined ? "reply" : `answer ${step.answers}`;
  if (step.type === "answer" || step.type === "user") return `${step.type} ${step.turn}`;
  return step.type;
}

/** The same of steps that do the same: calls of a tool, things said. */
export function actOf(step: AlignedStep): string {
  return step.type === "call" ? `call ${step.tool}` : kindOfStep(step);
}

/** The same of steps that do the same with the same words or arguments. */
export function contentOf(step: AlignedStep): string {
  return `${actOf(step)} ${step.type === "call" ? argsOf(step) : wordsOf(step)}`;
}

/** Arguments whose order of keys does not count. */
export function argsOf({ args }: CallStep): string {
  return args.cut === undefined ? sortedJson(args.text) : `${args.text} ${args.cut}`;
}

/** Words without the white space that nobody reads. */
export function wordsOf(step: UserStep | ReplyStep | AnswerStep): string {
  const error = step.type === "reply" ? (step.error?.text ?? "") : "";
  return `${textOf(step.text)}${error}`;
}

/** What a tool gave to read. */
export function resultOf({ content, isError }: CallStep): string {
  return `${isError ? "error " : ""}${textOf(content)}`;
}

/** A cut text and a whole one that begins alike are not the same. */
function textOf({ text, cut }: TranscriptText): string {
  return `${foldWhitespace(text)}${cut ?? ""}`;
}

function sortedJson(text: string): string {
  try {
    return canonicalJson(JSON.parse(text));
  } catch {
    return text;
  }
}
