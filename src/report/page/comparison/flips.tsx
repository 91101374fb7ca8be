import type { VNode } from "preact";
import { count } from "../../words.ts";
import type { ComparedSection, ComparedView } from "./compared-view.ts";

/** More names than this are found faster in the table. */
const maxNamed = 50;

/** The cases that pass on one side only, by name. */
export const flips: ComparedSection = {
  id: "flips",
  title: "Flipped cases",
  render: (view) => {
    const { fixed, broken } = view.comparison.flips;
    if (fixed.length + broken.length === 0) {
      return <p>No case that is decided on both sides changed its outcome.</p>;
    }
    return (
      <div class="flips">
        <FlipList
          title={`B broke ${count(broken.length, "case")}`}
          kind="broken"
          {...{ names: broken, view }}
        />
        <FlipList
          title={`B fixed ${count(fixed.length, "case")}`}
          kind="fixed"
          {...{ names: fixed, view }}
        />
      </div>
    );
  },
};

interface Shown {
  readonly title: string;
  readonly kind: "broken" | "fixed";
  readonly names: readonly string[];
  readonly view: ComparedView;
}

function FlipList({ title, kind, names, view }: Shown): VNode {
  const critical = new Set(
    view.comparison.cases.flatMap((each) => (each.critical ? `${each.suite}/${each.case}` : [])),
  );
  const rest = names.length - maxNamed;
  return (
    <div class={`flip-list is-${kind}`}>
      <h3>{title}</h3>
      {names.length > 0 && (
        <ul>
          {names.slice(0, maxNamed).map((name) => (
            <li>
              <CaseLink name={name} view={view} />
              {critical.has(name) && <span class="flag is-critical">critical</span>}
            </li>
          ))}
          {rest > 0 && <li class="small">and {rest} more, in the table below</li>}
        </ul>
      )}
    </div>
  );
}

/** A case by its name, which leads to both transcripts. */
export function CaseLink({
  name,
  view,
}: {
  readonly name: string;
  readonly view: ComparedView;
}): VNode {
  const address = view.linkTo(name);
  const at = name.lastIndexOf("/");
  const [suite, id] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)];
  return (
    <>
      {address === undefined ? <b>{id}</b> : <a href={address}>{id}</a>}{" "}
      <span class="small of-suite">{suite}</span>
    </>
  );
}
