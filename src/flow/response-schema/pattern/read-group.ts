import type { PatternContext, PatternItem } from "./pattern-context.ts";
import { PatternError } from "./pattern-error.ts";

const identifier = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u;

/** Where a group stands. */
export interface GroupPlace {
  readonly depth: number;
  /** Whether it is at the beginning of the pattern, where flags may be set. */
  readonly mayBeFlags: boolean;
}

/** Reads a group behind its opening bracket; undefined for what leaves nothing to repeat. */
export function readGroup(reader: PatternContext, place: GroupPlace): PatternItem | undefined {
  const { source, groups } = reader;
  if (!source.takeIf("?")) return readCapturing(reader, place);
  const letter = source.take();
  switch (letter) {
    case "":
      throw new PatternError("it ends in the middle of a group");
    case ":":
      return readRest(reader, place);
    case "P":
      return readNamed(reader, place);
    case "#":
      source.takeUntil(")", "comment");
      reader.lacks("a comment");
      return undefined;
    case "=":
    case "!":
      reader.lacks("look-around");
      return readRest(reader, place);
    case "<":
      return readLookBehind(reader, place);
    case ">":
      reader.lacks("an atomic group");
      return readRest(reader, place);
    case "(":
      groups.ask(source.takeUntil(")", "condition"));
      reader.lacks("a conditional group");
      return readRest(reader, place);
    default:
      return readFlags(reader, place, letter);
  }
}

function readCapturing(reader: PatternContext, place: GroupPlace, name?: string): PatternItem {
  const number = reader.groups.open(name);
  const item = readRest(reader, place);
  reader.groups.close(number);
  return item;
}

function readRest(reader: PatternContext, { depth }: GroupPlace): PatternItem {
  const { isVerbose } = reader;
  reader.alternatives(depth + 1);
  if (!reader.source.takeIf(")")) throw new PatternError("its ( is not closed");
  reader.setVerbose(isVerbose);
  return "item";
}

function readNamed(reader: PatternContext, place: GroupPlace): PatternItem {
  const { source, groups } = reader;
  if (source.takeIf("<")) {
    return readCapturing(reader, place, named(source.takeUntil(">", "name of a group")));
  }
  if (!source.takeIf("="))
    throw new PatternError(`it has a group that begins with (?P${source.peek()}`);
  groups.refer(named(source.takeUntil(")", "reference")));
  reader.lacks("a back-reference");
  return "item";
}

function named(name: string): string {
  if (identifier.test(name)) return name;
  throw new PatternError(`"${name}" is no name for a group`);
}

function readLookBehind(reader: PatternContext, place: GroupPlace): PatternItem {
  const { source } = reader;
  if (!source.takeIf("=") && !source.takeIf("!")) {
    throw new PatternError("its group has no P", "write (?P<name>…)");
  }
  reader.lacks("look-around");
  return readRest(reader, place);
}

/** `(?i)` for the whole pattern, `(?i:…)` for a part of it. */
function readFlags(
  reader: PatternContext,
  place: GroupPlace,
  first: string,
): PatternItem | undefined {
  const { source } = reader;
  const on = first === "-" ? "" : first + source.takeWhile(/[A-Za-z]/);
  const hasMinus = first === "-" || source.takeIf("-");
  const off = hasMinus ? source.takeWhile(/[A-Za-z]/) : "";
  if (!/^[aimsuxt]*$/.test(on) || !/^[imsx]*$/.test(off) || (hasMinus && off === "")) {
    throw new PatternError(`it has a group that begins with (?${on}${hasMinus ? "-" : ""}${off}`);
  }
  if ((on.includes("a") && on.includes("u")) || Array.from(off).some((flag) => on.includes(flag))) {
    throw new PatternError(`its flags "${on}" contradict each other`);
  }
  if (/[at]/.test(on) || new Set(on + off).size < (on + off).length) reader.lacks("unusual flags");
  if (source.takeIf(":")) {
    const { isVerbose } = reader;
    if (off.includes("x")) reader.setVerbose(false);
    if (on.includes("x")) reader.setVerbose(true);
    const item = readRest(reader, place);
    reader.setVerbose(isVerbose);
    return item;
  }
  if (hasMinus || !source.takeIf(")")) throw new PatternError("its flags are not closed");
  if (!place.mayBeFlags) throw new PatternError("flags may stand only at its beginning");
  if (on.includes("x")) reader.setVerbose(true);
  return undefined;
}
