import type { Matcher } from "../../../../core/match/matcher.ts";
import { clip } from "../../../../core/text/clip.ts";
import { expandCommand, slashCommand } from "../../../../engine/index.ts";
import type { Script } from "../../../../model/index.ts";
import type { SuiteRule } from "../../rule/suite-rule.ts";
import type { SuiteView } from "../../view/suite-view.ts";

const asking = (ask: string): string =>
  `script: example.script.yml\ncases:\n  - { id: a, ask: "${ask}", expect: [called: get_issue] }\n`;
const script = {
  "example.script.yml":
    "script: example\nreplies:\n  - when: { user: { $contains: issue 7 } }\n    turns: [{ text: Cart }]\n",
};
const twoReplies = {
  "example.script.yml": `${script["example.script.yml"]}  - when: { user: { $contains: issue 8 } }\n    turns: [{ text: Checkout }]\n`,
};

const expanded = {
  "example.script.yml":
    "script: example\nreplies:\n  - when: { user: { $contains: Explain the code } }\n    turns: [{ text: Cart }]\n",
};

export const noReply: SuiteRule = {
  id: "no-reply",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports cases for whose question the suite's script has no reply",
    rationale:
      "Where no model is named, the script plays it, and a request without a reply ends the trial. Only chats are looked at, whose first message is what the user asks.",
    repair: "add an entry to the script's `replies` that matches the question",
  },
  check(view) {
    const { script: played, cases } = view;
    if (played === undefined || !isChatOnly(view)) return [];
    const matchers = userMatchers(played);
    if (matchers.some(({ user }) => user === undefined)) return [];
    return cases.flatMap(({ questions, path }) => {
      const [ask] = questions;
      if (ask === undefined || isAnsweredAlone(ask)) return [];
      if (matchers.some(({ user }) => user !== undefined && fits(user, ask))) return [];
      const message = `no reply of ${played.file} is for "${clip(ask, 60)}"`;
      return [{ path: [...path, "ask"], message }];
    });
  },
  examples: {
    bad: [
      { suite: asking("Who wrote issue 8?"), beside: script, reports: [3] },
      { suite: asking("/explain"), beside: script, reports: [3] },
    ],
    good: [
      { suite: asking("What is wrong with issue 7?"), beside: script },
      { suite: asking("/explain"), beside: expanded },
      { suite: asking("/help"), beside: script },
    ],
  },
};

export const idleReply: SuiteRule = {
  id: "idle-reply",
  severity: "info",
  codes: [],
  docs: {
    summary: "reports replies of a script that no case of the validated suites can use",
    rationale:
      "An entry whose `user` matches no question of any suite that plays the script was left behind by a case that has gone, or its text differs by a letter. Only scripts of chats are looked at.",
    repair: "remove the entry, or correct what it matches",
  },
  check(view, others) {
    const { script: played } = view;
    if (played === undefined) return [];
    const playing = others.filter((each) => each.script?.file === played.file);
    if (playing[0] !== view || !playing.every(isChatOnly)) return [];
    const asked = playing.flatMap(({ cases }) =>
      cases.flatMap(({ questions }) => questions[0] ?? []),
    );
    const idle = userMatchers(played).filter(
      ({ user }) => user !== undefined && !asked.some((ask) => fits(user, ask)),
    );
    if (idle.length === 0) return [];
    const lines = idle.map(({ line }) => line).toSorted((x, y) => x - y);
    const replies = lines.length === 1 ? "the reply in line" : "the replies in lines";
    const message = `no case that is looked at can use ${replies} ${lines.join(", ")} of ${played.file}`;
    return [{ path: ["script"], message }];
  },
  examples: {
    bad: [{ suite: asking("What is wrong with issue 7?"), beside: twoReplies, reports: [1] }],
    good: [
      { suite: asking("What is wrong with issue 7?"), beside: script },
      { suite: asking("/explain"), beside: expanded },
    ],
  },
};

/** In a chat the first message is what the user asks, as long as no prompt says otherwise. */
function isChatOnly({ targets }: SuiteView): boolean {
  return (
    targets.length > 0 &&
    targets.every(
      ({ target: { flow } }) =>
        flow.environment === "chat-partial" &&
        flow.prompts.every(({ entries }) => entries.every(({ role }) => role === "system")),
    )
  );
}

/** A model reads what a command stands for, so that is what an entry may match, too. */
function fits(user: Matcher, ask: string): boolean {
  return user.matches(ask) || user.matches(expandCommand(ask, true));
}

/** A command that stands for nothing is answered without the model, or refused. */
function isAnsweredAlone(ask: string): boolean {
  return slashCommand(ask) !== undefined && expandCommand(ask, true) === ask;
}

interface UserMatcher {
  readonly line: number;
  /** Undefined for an entry that is for any message. */
  readonly user: Matcher | undefined;
}

function userMatchers({ entries }: Script): readonly UserMatcher[] {
  return entries
    .filter(({ answers, when }) => answers.type === "turns" && !when.has("judge"))
    .map(({ place, when }) => ({ line: place.line ?? 1, user: when.get("user") }));
}
