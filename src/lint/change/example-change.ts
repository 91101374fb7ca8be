import { completeExample } from "../rule/complete-example.ts";
import type { GoodExample } from "../rule/rule-example.ts";
import type { FlowChange } from "./flow-change.ts";
import { flowIdentity } from "./flow-identity.ts";
import { nearestLower } from "./nearest-lower.ts";

/** What the base of an example says of its file; undefined where it has none. */
export function exampleChange(example: GoodExample): FlowChange | undefined {
  const { path, base, beside = {} } = example;
  const identity = path === undefined ? undefined : flowIdentity(path);
  if (base === undefined || path === undefined || identity === undefined) return undefined;
  const versions = [...Object.keys(base), ...Object.keys(beside)].flatMap((each) => {
    const other = flowIdentity(each);
    return other?.reference === identity.reference ? [other.version] : [];
  });
  const version = nearestLower(identity.version, versions);
  const lowerPath = path.replace(/[^/]+$/, `${version}.yml`);
  const text = complete(base[lowerPath] ?? beside[lowerPath]);
  return {
    base: "main",
    before: complete(base[path]),
    lower: version === undefined || text === undefined ? undefined : { version, text },
  };
}

function complete(yaml: string | undefined): string | undefined {
  return yaml === undefined ? undefined : completeExample({ yaml });
}
