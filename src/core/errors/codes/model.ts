export const modelErrors = {
  MODEL_MISSING: {
    kind: "usage",
    text: "Nothing names a model for the agent, and the suite has no script to play instead. Name one with --model or EXECUTION_MODEL, in the suite or in flowproof.yml; or give the suite a `script`.",
  },
  MODEL_KEY_MISSING: {
    kind: "usage",
    text: "A real model is named, but the environment holds no key for its provider. For Anthropic, set ANTHROPIC_API_KEY; for OpenAI, OPENAI_API_KEY. An OpenAI-compatible server of your own may want none: OPENAI_BASE_URL or --base-url alone names it.",
  },
  MODEL_UNKNOWN_PROVIDER: {
    kind: "usage",
    text: "A model is written `provider/name`; the part before the slash is not a provider that flowproof knows.",
  },
  MODEL_BASE_URL_INVALID: {
    kind: "usage",
    text: "The address of a provider (ANTHROPIC_BASE_URL, OPENAI_BASE_URL, --base-url) cannot be used: it is not http or https, it holds a password or a query, or --base-url is given for models of two providers. Keys belong into their own variable, because addresses are printed in messages.",
  },
  MODEL_KEY_REFUSED: {
    kind: "usage",
    text: "The provider answered 401 or 403: the key is wrong, expired, or not allowed to use this model.",
  },
  MODEL_NOT_FOUND: {
    kind: "usage",
    text: "The provider does not know the model by this name.",
  },
  MODEL_WITHOUT_TOOLS: {
    kind: "usage",
    text: "The server says that this model, or the server as it was started, cannot call tools, but the request offers some. Agents work by calling tools, and judges answer with a call. With --prompted-tools, tools are offered in the prompt instead, and calls are read from the text; every output then says so.",
  },
  MODEL_RATE_INVALID: {
    kind: "usage",
    text: "A rate of `models: { rates }` in flowproof.yml or of --rate cannot be read. A rate is a number of requests or tokens and the window they are for: `50/min`, `160/8h`, `40000 tokens/min`. With --rate, the model may stand before it: `claude-haiku-4-5=50/min`.",
  },
  MODEL_REQUEST_REFUSED: {
    kind: "unavailable",
    text: "The provider refused the request as malformed or too large (a 4xx answer). The message is the provider's.",
  },
  MODEL_QUOTA_EXHAUSTED: {
    kind: "unavailable",
    text: "The provider refuses to work on because credit or a spend limit is used up. Waiting does not help; the account does.",
  },
  MODEL_RATE_LIMITED: {
    kind: "unavailable",
    text: "The provider answered 429 more often than the retries allow. Lower --concurrency or wait.",
  },
  MODEL_OVERLOADED: {
    kind: "unavailable",
    text: "The provider answered with a server error (5xx, 529) more often than the retries allow.",
  },
  MODEL_UNREACHABLE: {
    kind: "unavailable",
    text: "No connection to the provider's endpoint could be made, or it broke, more often than the retries allow.",
  },
  MODEL_TIMEOUT: {
    kind: "unavailable",
    text: "The provider did not answer in time.",
  },
  MODEL_REPLY_CUT: {
    kind: "unavailable",
    text: "A response ended before it said that it was complete. It is thrown away: part of an answer is not an answer.",
  },
  MODEL_REPLY_UNREADABLE: {
    kind: "usage",
    text: "Something answered with success, but not with what the provider's interface promises: a login page, a proxy's notice, or far more than a reply can be. Most likely the base URL names something else.",
  },
  SCRIPT_INVALID: {
    kind: "usage",
    text: "A script file does not have the form that schemas/script.schema.json describes.",
  },
  SCRIPT_NO_REPLY: {
    kind: "usage",
    text: "No entry of the script matches a request, or the entry that matches has no further reply. The message holds the request, so that an entry can be written for it.",
  },
  CASSETTE_INVALID: {
    kind: "usage",
    text: "A cassette does not have the form that schemas/cassette.schema.json describes, names something that it does not hold, or belongs to another suite. Record it again with `eval run --record`.",
  },
  CASSETTE_MISMATCH: {
    kind: "usage",
    text: "A replay asks a model for something else than what was asked when the cassette was recorded. The message shows where they differ: a prompt, a tool, a mock, the question, the model. A replay never asks a real model instead: take the change back, or record again with `eval run --record`.",
  },
  CASSETTE_NO_REPLY: {
    kind: "usage",
    text: "A cassette holds no recording of a trial, or the trial asks more often than it did when it was recorded. A replay never asks a real model instead: record again with `eval run --record`.",
  },
  SIMULATOR_PORT_UNUSABLE: {
    kind: "usage",
    text: "The simulator cannot listen on the port: another program does, or the port needs more rights. Choose another with --port, or 0 for any that is free.",
  },
} as const;
