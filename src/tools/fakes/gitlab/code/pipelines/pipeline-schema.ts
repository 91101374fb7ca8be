import type { JsonObject } from "../../../../../core/json.ts";
import {
  choice,
  flag,
  listOf,
  map,
  optionalNumber,
  optionalText,
  record,
  text,
  texts,
  whole,
} from "../../core/schema-words.ts";

const statuses = [
  "created",
  "waiting_for_resource",
  "preparing",
  "pending",
  "running",
  "success",
  "failed",
  "canceled",
  "skipped",
  "manual",
];

const jobKeys: JsonObject = {
  name: text("The job's id where nothing else is said."),
  stage: text("test where nothing else is said."),
  status: choice(statuses, "success where nothing else is said."),
  allow_failure: flag(),
  failure_reason: optionalText("script_failure for a failed job where nothing else is said."),
  started_at: optionalText("When it began; with its pipeline where nothing else is said."),
  duration: optionalNumber("How long it ran, in seconds."),
  queued_duration: optionalNumber("How long it waited for a runner, in seconds."),
  coverage: optionalNumber("The share of the code that its tests ran, in percent."),
};

const log = text("What the job printed.");

const finding = record("A security finding. Words as in GitLab's GraphQL API, in any case.", {
  title: text(),
  description: optionalText(),
  severity: text("critical, high, medium, low, info or unknown."),
  report_type: text("sast, dast, secret_detection, dependency_scanning, …"),
  state: text("detected, confirmed, dismissed or resolved."),
  scanner: optionalText("The scanner's id."),
  solution: optionalText(),
  location: { type: "object", description: "As `file` and `start_line`." },
  identifiers: texts("As CVE-2025-1234 and CWE-89."),
  false_positive: flag(),
  dismissed_at: optionalText(),
  vulnerability: { type: ["integer", "null"], description: "The vulnerability that it became." },
});

const pipeline = record("A pipeline.", {
  iid: whole(),
  ref: text("The branch; the default branch where nothing else is said."),
  sha: optionalText("The commit's id; the head of the branch where nothing else is said."),
  behind: whole(
    "How many commits the branch got after the one that it ran for; 0 where nothing else is said.",
  ),
  status: choice(statuses, "Follows from the jobs where nothing else is said."),
  source: text("push where nothing else is said."),
  user: text("Who started it: a username; the current user where nothing else is said."),
  merge_request: { type: ["integer", "null"], description: "The iid of what it runs for." },
  created_at: text(),
  updated_at: text(),
  jobs: map("By id.", record("A job.", { ...jobKeys, log })),
  bridges: map(
    "Trigger jobs by id.",
    record("A trigger job.", {
      ...jobKeys,
      downstream: {
        type: ["integer", "string", "null"],
        description: "The pipeline that it started: the id of one of this project, or an address.",
      },
    }),
  ),
  findings: map("What security scanners reported, by UUID.", finding),
});

/** A matcher says what it wants itself; it is read when the seed is. */
const matcher = (description: string): JsonObject => ({ description });

/** The keys of a project's block about pipelines. */
export const pipelineKeys: Readonly<Record<string, JsonObject>> = {
  pipelines: map("By id.", pipeline),
  on_push: listOf(
    "Which pipeline a push or a commit gets: the first rule that fits says it. Without one there is none.",
    record("A rule.", {
      when: record("What is pushed; anything where nothing is said.", {
        branch: matcher("A matcher of the branch's name."),
        files: {
          type: "object",
          description:
            "Matchers of files' texts by path; `{ $exists: false }` for one that is gone.",
        },
      }),
      status: choice(statuses, "Follows from the jobs where nothing else is said."),
      jobs: map("By name.", record("A job.", { ...jobKeys, log })),
    }),
  ),
  ci_lint: listOf(
    "What the linter says of a CI/CD configuration: the first rule that fits. Without one it is not known.",
    record("A rule.", {
      when: record("What is linted; anything where nothing is said.", {
        content: matcher("A matcher of the configuration's text."),
        ref: matcher("A matcher of the ref that it is linted for."),
      }),
      valid: flag("Whether it is valid; it is where there are no errors."),
      errors: texts(),
      warnings: texts(),
    }),
  ),
};
