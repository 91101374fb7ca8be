/** A way in which a statement cannot be judged. */
export interface CriterionFault {
  /** Linear in the length of the text: statements are short, and none of these nests a repetition. */
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: string;
}

const quality =
  "good|great|nice|fine|appropriate|proper|adequate|reasonable|satisfactory|suitable|acceptable|excellent|perfect|useful|sensible|correct|right|accurate|ok|okay";

/** What makes statements impossible to judge, the first that applies is told. */
export const criterionFaults: readonly CriterionFault[] = [
  {
    pattern: /\?\s*$/u,
    message: "is a question, which is neither met nor not met",
    hint: "write the statement that the right answer would make true",
  },
  {
    pattern: /^\W*(?!(?:it|he|she|they)\b)\w+(?:\W+\w+)?\W*$/iu,
    message: "is no statement: there are too few words to say what must hold",
    hint: "write a sentence about the answer: The answer says that …",
  },
  {
    pattern: /[.!;]\s+(?:The|It|An?|Also|Then|No|And|the|it|also|and)\b/u,
    message: "makes several statements, which can be right and wrong at once",
    hint: "write one statement an entry: each is judged by itself",
  },
  {
    pattern:
      /\band (?:the answer|it|also|that it|does not|says|names|mentions|explains|asks|contains|lists|gives|has)\b/iu,
    message: "makes several statements, which can be right and wrong at once",
    hint: "write one statement an entry: each is judged by itself",
  },
  {
    pattern: new RegExp(
      String.raw`^\W*(?:\w+\s+){1,4}(?:is|are|be|looks?|sounds?|seems?)\s+(?:very\s+|really\s+|all\s+)?(?:${quality})(?:\s+(?:and|or)\s+(?:${quality}|helpful))?\s*[.!]?\s*$`,
      "iu",
    ),
    message: "gives the judge nothing to hold the answer against",
    hint: "say what a good answer says, or must not say",
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:gives?|has|have|is|contains?|provides?)\s+an?\s+(?:very\s+)?(?:${quality}|high-quality)\s+(?:answer|response|reply|result|explanation)\s*[.!]?\s*$`,
      "iu",
    ),
    message: "gives the judge nothing to hold the answer against",
    hint: "say what a good answer says, or must not say",
  },
  {
    pattern:
      /\b(?:as expected|the expected (?:answer|result|output)|the (?:reference|golden|ideal) answer)\b/iu,
    message: "refers to an expectation that the judge does not see",
    hint: "write what is expected into the statement",
  },
  {
    pattern:
      /\b(?:system prompt|(?:its|the agent's|the model's) (?:instructions|prompt|thoughts|thinking|chain of thought))\b/iu,
    message:
      "refers to what the judge does not see: it has the question, the answer and the tool calls",
    hint: "say how it shows in the answer",
  },
  {
    pattern:
      /\b(?:responds?|replies|answers?|finishes|completes?)\b.{0,40}\b(?:within|in (?:less|under|fewer))\b.{0,20}\b(?:milliseconds|ms|seconds|minutes)\b/iu,
    message: "asks for a time, which the judge does not see",
    hint: "use `max_latency_ms`",
  },
  {
    pattern:
      /\b(?:uses?|costs?|spends?)\b.{0,30}\b(?:fewer|less|at most|under)\b.{0,20}\b(?:tokens|dollars|usd|cents)\b/iu,
    message: "asks for a cost, which the judge does not see",
    hint: "use `max_cost_usd`, or `max_replies`",
  },
  {
    pattern: /\b(?:other|previous|earlier|last) (?:trials?|runs?|answers? of the same case)\b/iu,
    message: "refers to other runs, which the judge does not see",
    hint: "say what holds in each of them",
  },
];
