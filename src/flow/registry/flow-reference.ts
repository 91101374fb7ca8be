import { AppError } from "../../core/errors/app-error.ts";

/** A flow's name in a registry, and which of its versions is wanted. */
export interface FlowReference {
  readonly reference: string;
  /** A constraint; exactly 1.0.0 where none is written, as in the service. */
  readonly query: string;
}

/** The version that a reference without one means. */
const defaultVersion = "1.0.0";

const referencePattern = /^[a-z][a-z0-9_]*$/;

/** Whether a text is a name that a flow's folder may have. Such a name cannot lead out of its folder. */
export function isReference(text: string): boolean {
  return referencePattern.test(text);
}

/** Reads `data_analyst` or `data_analyst@^1.0.0`. */
export function parseReference(text: string): FlowReference {
  const at = text.indexOf("@");
  const reference = at < 0 ? text : text.slice(0, at);
  const query = at < 0 ? "" : text.slice(at + 1).trim();
  if (isReference(reference)) return { reference, query: query === "" ? defaultVersion : query };
  const hint =
    "a path ends in .yml; a reference has small letters, digits and underscores, perhaps @ and a version";
  throw new AppError("FLOW_REFERENCE_INVALID", `"${text}" names no flow`, { hint });
}
