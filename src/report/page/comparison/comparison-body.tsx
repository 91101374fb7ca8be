import type { VNode } from "preact";
import type { Comparison } from "../../../compare/index.ts";
import { pairsId } from "../data/element-ids.ts";
import type { ComparedView } from "./compared-view.ts";
import { comparedSections } from "./index.ts";
import { Side, sideCautions } from "./sides.tsx";

/** What can be read of a comparison without a script, with the places that the script fills. */
export function ComparisonBody({ view }: { readonly view: ComparedView }): VNode {
  const { comparison } = view;
  const cautions = [...sideCautions([comparison.a, comparison.b]), ...comparison.notes];
  return (
    <>
      <a class="skip" href={`#${pairsId}`}>
        Skip to the cases
      </a>
      <header class="top">
        <span class="brand">flowproof</span>
        <span id="tools" />
      </header>
      <main>
        <article class="run" aria-labelledby="comparison-title">
          <header class="run-head">
            <h1 id="comparison-title">
              {nameOf(comparison, "b")} against {nameOf(comparison, "a")}{" "}
              <span class={`gate gate-${comparison.gate}`}>{gateWords[comparison.gate]}</span>
            </h1>
            <p class="lead">{reasonOf(comparison)}</p>
          </header>
          {cautions.length > 0 && (
            <ul class="cautions">
              {cautions.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          )}
          <div class="tiles sides">
            <Side letter="A" side={comparison.a} />
            <Side letter="B" side={comparison.b} />
          </div>
          {comparedSections.map(({ id, title, render }) => {
            const body = render(view);
            if (body === undefined) return null;
            return (
              <section class="section" aria-labelledby={id}>
                <h2 id={id}>{title}</h2>
                {body}
              </section>
            );
          })}
        </article>
        <div id={pairsId} />
      </main>
      <footer class="foot">
        Made by flowproof from the records of both sides. The same cases are compared; intervals are
        of 95 %, and the unit is the case, whatever its number of trials.
      </footer>
    </>
  );
}

const gateWords: Readonly<Record<Comparison["gate"], string>> = {
  pass: "gate passed",
  fail: "gate failed",
  undecided: "gate undecided",
};

/** Why the gate is what it is; of many gates their number, as the table below names them. */
function reasonOf({ gates, reason }: Comparison): string {
  if (gates.length <= maxNamed) return reason;
  const of = (outcome: Comparison["gate"]): number =>
    gates.filter((each) => each.outcome === outcome).length;
  return `${gates.length} gates: ${of("fail")} failed, ${of("undecided")} undecided, ${of("pass")} passed`;
}

const maxNamed = 4;

/** The target where that tells the sides apart, else the letter with the run. */
function nameOf({ a, b }: Comparison, side: "a" | "b"): string {
  const { target, run } = side === "a" ? a : b;
  return a.target === b.target ? `${side.toUpperCase()} (${run})` : target;
}
