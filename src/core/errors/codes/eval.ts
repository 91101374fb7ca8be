export const evalErrors = {
  EVAL_NO_SUITES: {
    kind: "usage",
    text: "A path names neither a suite nor a folder that holds one. A suite is a file whose name ends in .suite.yml; a folder stands for all suites below it.",
  },
  EVAL_NOTHING_SELECTED: {
    kind: "usage",
    text: "The flags that select cases leave none. `flowproof eval list` with the same paths shows what there is: suites, cases, targets and tags.",
  },
  EVAL_SELECTION_INVALID: {
    kind: "usage",
    text: "A flag that selects cases cannot be read: a filter is `key=pattern` or `key!=pattern`, with suite, case, target, tag, flow, version, model, context or critical as key; a tag has a name, also behind the `!` that leaves its cases out.",
  },
  EVAL_SUITE_INVALID: {
    kind: "usage",
    text: "A suite does not have the form that schemas/suite.schema.json describes: a key is unknown or missing, or a value is of the wrong kind.",
  },
  EVAL_SUITE_ID: {
    kind: "usage",
    text: "Ids of suites are in kebab-case, and those of the suites in a folder below `suites` begin with the folder's name, so that a report says where to look. No two suites of a run share one.",
  },
  EVAL_DUPLICATE_CASE: {
    kind: "usage",
    text: "Two cases of a suite have the same id. Records, reports and comparisons tell cases apart by it.",
  },
  EVAL_CASES_FILE: {
    kind: "usage",
    text: "A file of `cases_file` cannot be read as rows, or its rows do not become cases. It is CSV with a header (.csv), or one JSON object a line (.jsonl). Without `case_template`, columns are named after the parts of a case; with it, the template says what becomes of them, as {{ row.column }}.",
  },
  EVAL_MATRIX_INVALID: {
    kind: "usage",
    text: "`matrix` multiplies the targets of a suite by versions and models, and its cases by contexts. Its values need names that differ, and a target cannot name a version or a model itself where the matrix does.",
  },
  EVAL_CASE_QUESTION: {
    kind: "usage",
    text: "A case needs what the user writes, once: `ask` for one message, or `conversation` for several turns.",
  },
  EVAL_CONTINUES_INVALID: {
    kind: "usage",
    text: "The conversation that a case continues cannot be used: its file is missing or does not have the form of schemas/conversation.schema.json, or a target of the suite cannot be given what was said before. Flows of the environment chat-partial, chats and HTTP endpoints can.",
  },
  EVAL_NOTHING_TO_CHECK: {
    kind: "usage",
    text: "A case or a check asks for nothing, so it could never fail. Say what must hold, or remove it: a check that cannot fail only looks like one.",
  },
  EVAL_CHECK_INVALID: {
    kind: "usage",
    text: "A check has the right form but cannot be used: a regular expression or a matcher cannot be read, a schema cannot be compiled, a range holds no number.",
  },
  EVAL_QUARANTINE_INVALID: {
    kind: "usage",
    text: "A quarantine cannot be as it is written: its last day is no day of the calendar, or it is that of a critical case. A case in quarantine runs and decides nothing; a critical case fails the gate by itself.",
  },
  EVAL_GATES_INVALID: {
    kind: "usage",
    text: "`gates` asks for what the suite cannot give: a comparison with a target that it does not have or that is its only one, or a score of a rubric that grades none of its cases. Gates decide in place of the cases, so one that nobody can judge would let everything pass.",
  },
  EVAL_REQUIRE_TOO_HIGH: {
    kind: "usage",
    text: "`require` says how many of a case's trials must pass. It cannot be more than `trials`, which is 1 unless the case says otherwise.",
  },
  EVAL_UNKNOWN_COMPONENT: {
    kind: "usage",
    text: "A check names a component that no target of the suite has, so it could never say anything about one.",
  },
  EVAL_CONTEXT_INVALID: {
    kind: "usage",
    text: "`context` says two things that cannot both be: `none` excludes a project and a namespace.",
  },
  EVAL_SCRIPT_MISSING: {
    kind: "usage",
    text: "The file that a suite names as its script does not exist. The path is relative to the suite's folder.",
  },
  EVAL_TARGET_INVALID: {
    kind: "usage",
    text: "A suite needs something to test: `target` for one flow, or `targets` for several under names of their own.",
  },
  EVAL_PRIVILEGES_INVALID: {
    kind: "usage",
    text: "A session approves the tools of a privilege beforehand that it does not have. What is approved is a part of `privileges`; without them, everything is allowed and nothing asks for approval.",
  },
  EVAL_CANARY_INVALID: {
    kind: "usage",
    text: "A canary is a text that stands for a secret: `{{ canary.name }}` plants one, in questions, mocks and their files, and `no_secret_written` looks for it in what the agent writes. Its text is made up, or given under `canaries`.",
  },
  EVAL_INJECT_INVALID: {
    kind: "usage",
    text: "`inject` plants instructions in what mocks return, so each tool under `into` needs a mock that returns text.",
  },
  EVAL_FAKE_INVALID: {
    kind: "usage",
    text: "What a fake begins with cannot be used: a file that is named is not there, or parts of it contradict each other, as a merge request from a branch that does not exist.",
  },
  EVAL_PRICE_UNKNOWN: {
    kind: "usage",
    text: "A case limits with `max_cost_usd` what the agent's tokens may cost, and flowproof.yml has no price for the model, so nobody could tell; or the run itself is limited by `--max-cost`, and the price of one of its models is missing. Prices are US dollars for a million tokens, under `prices`, by the name of the model, or in the file of `--prices`.",
  },
  EVAL_LABELS_INVALID: {
    kind: "usage",
    text: "A line of a file of labels cannot be read, or names what is not there. One JSON object a line says what a person thinks of one criterion and one answer: `run`, `suite`, `case` and `check` (or `criterion`) for an answer of a run, or `question`, `answer` and `criterion` for one that stands in the line; `label` is met or not_met; `by` says who. One person says one thing of one answer.",
  },
  EVAL_CALIBRATION_INVALID: {
    kind: "usage",
    text: "A file in the folder of calibrations does not have the form that schemas/calibration.schema.json describes. `flowproof eval calibrate <labels.jsonl>` writes them; write it again rather than repair it by hand.",
  },
  EVAL_RESCORE_IMPOSSIBLE: {
    kind: "usage",
    text: "A run cannot be judged again: none of its trials came to an end that a judge could look at, no check of it asks a judge, or its journal was written by a version that did not keep what was said.",
  },
  EVAL_NOT_SUPPORTED: {
    kind: "usage",
    text: "The suite asks for something that the format knows and this version cannot do yet. `flowproof --help` and the change log say what it can.",
  },
} as const;
