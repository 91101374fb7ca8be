import { AppError, throwAll } from "../../core/errors/app-error.ts";
import type { Flow } from "../model/flow.ts";
import type { RegisteredFlow } from "./list-flows.ts";

/** What the service asks of a flow's file only when it takes it from a registry. */
export function checkRegistered(flow: Flow, { format, path }: RegisteredFlow): void {
  const errors: AppError[] = [];
  const place = (key: string): { file: string; line?: number; column?: number } => {
    return { file: path, ...flow.rangeOf([key], "key")?.start };
  };
  if (flow.version !== format) {
    const message = `the file says version ${flow.version}, but its folder holds ${format} flows`;
    const hint = "experimental flows lie in experimental/<reference>/";
    errors.push(new AppError("FLOW_VERSION_INVALID", message, { hint, place: place("version") }));
  }
  for (const key of ["flow", "routers"]) {
    if (flow.rangeOf([key], "key") !== undefined) continue;
    const message = `a flow in a registry must have "${key}"`;
    const hint = key === "flow" ? 'write "flow: {}"' : 'write "routers: []"';
    errors.push(new AppError("FLOW_SHAPE_INVALID", message, { hint, place: { file: path } }));
  }
  if (flow.rangeOf(["resolved_version"], "key") !== undefined) {
    const message = `a flow in a registry cannot say "resolved_version" itself`;
    const hint = "remove it; the file's name is the version";
    errors.push(
      new AppError("FLOW_SHAPE_INVALID", message, { hint, place: place("resolved_version") }),
    );
  }
  throwAll(errors);
}
