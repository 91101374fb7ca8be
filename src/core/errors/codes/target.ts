export const targetErrors = {
  TARGET_INVALID: {
    kind: "usage",
    text: "A target of a suite cannot be used as it is written: a file that it names is missing or cannot be read, a path or template in it is wrong, or it asks for what its kind cannot do.",
  },
  TARGET_UNTOLD: {
    kind: "usage",
    text: "A case checks, or brings along, something that one of its targets does not tell or use: the tool calls of an endpoint that answers with text only, mocks for tools that run elsewhere. It could only pass or fail for no reason. Leave it out, or test that target in a suite of its own.",
  },
  TARGET_KEY_MISSING: {
    kind: "usage",
    text: "A target takes a header from a variable of the environment that is not set, or empty.",
  },
  TARGET_KEY_REFUSED: {
    kind: "usage",
    text: "The endpoint of a target answered 401 or 403: the key in the header is wrong, expired, or not allowed to do this. Or the key holds characters that no header can have.",
  },
  TARGET_REQUEST_REFUSED: {
    kind: "usage",
    text: "The endpoint of a target refused the request as wrong (a 4xx answer): its address, its method, or the body that the suite's template makes. Trials end as suite_error.",
  },
  TARGET_REDIRECTED: {
    kind: "usage",
    text: "The endpoint of a target answered with a redirect. It is not followed, because headers with keys would go to an address that the suite does not name. Write the address that answers.",
  },
  TARGET_RATE_LIMITED: {
    kind: "unavailable",
    text: "The endpoint of a target answered 429 more often than the retries allow. Lower --concurrency or wait.",
  },
  TARGET_OVERLOADED: {
    kind: "unavailable",
    text: "The endpoint of a target answered with a server error (5xx) more often than the retries allow.",
  },
  TARGET_UNREACHABLE: {
    kind: "unavailable",
    text: "No connection to the endpoint of a target could be made, or it broke, more often than the retries allow.",
  },
  TARGET_TIMEOUT: {
    kind: "unavailable",
    text: "The endpoint of a target did not answer in time; `timeout_seconds` of the target says how long is waited.",
  },
  TARGET_RESPONSE_CUT: {
    kind: "unavailable",
    text: "A stream of a target's endpoint ended before it said that it was complete. It is thrown away: part of an answer is not an answer.",
  },
  TARGET_RESPONSE_TOO_LARGE: {
    kind: "unavailable",
    text: "The endpoint of a target sent more than an answer can be.",
  },
  TARGET_RESPONSE_INVALID: {
    kind: "usage",
    text: "The endpoint of a target answered with success, but not as the suite says: no JSON, no events, or nothing at a path under `response`. Trials end as suite_error.",
  },
  TARGET_NOT_RECORDED: {
    kind: "usage",
    text: "The file of a `recorded` target has no answer to a trial or a turn of a case. Trials end as suite_error.",
  },
} as const;
