export const recordErrors = {
  RECORD_NO_START: {
    kind: "usage",
    text: "A journal (events.jsonl) does not begin with the event that says what the run was going to do, so nothing can be read from it.",
  },
  RECORD_NOT_FOUND: {
    kind: "usage",
    text: "There is no run folder of that name, or it holds no journal. Runs are kept below `reports/`; `reports/latest` names the last one.",
  },
  RECORD_NOT_RESUMABLE: {
    kind: "usage",
    text: "`eval run --resume` goes on with runs that `eval run` started: their `run.json` says what was asked for. Runs of Vitest, and runs that judged an earlier one again, are started anew.",
  },
  RECORD_UNREADABLE: {
    kind: "usage",
    text: "A line of a journal is not an event of a version this program knows. Only a torn last line, as a killed run leaves it, is dropped silently.",
  },
} as const;
