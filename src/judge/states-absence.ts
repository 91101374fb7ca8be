/** Words that deny what follows. */
const denials: ReadonlySet<string> = new Set(
  "no not none never nobody nothing nowhere neither nor cannot avoid avoids avoided avoiding omit omits omitted lack lacks lacked refrain refrains refrained absent missing".split(
    " ",
  ),
);
/** Words that deny only straight after a form of "to be" or "to do": what is shown without a link is shown. */
const weakDenials: ReadonlySet<string> = new Set(["without", "free", "empty", "blank"]);
const auxiliaries: ReadonlySet<string> = new Set(
  "is are was were be been being has have had does do did will would should shall must may might can could gets".split(
    " ",
  ),
);
/** What criteria usually say that something does. */
const verbs: ReadonlySet<string> = new Set(
  "acknowledges adds admits advises answers asks begins calls cites closes concludes confirms contains counts covers creates declines describes ends explains finds gives greets identifies includes informs keeps knows leaves links lists makes mentions names notes offers opens points posts proposes provides puts quotes reads recommends refers refuses repeats reports returns says sends shows sorts speaks starts states stays stops suggests summarizes tells uses warns writes".split(
    " ",
  ),
);
/** "Not only", "no more than": what sounds like a denial and states something. */
const afterwards: ReadonlySet<string> = new Set(
  "only just merely solely more less fewer later earlier longer".split(" "),
);
const clauses = /[.,;:()]|\b(?:but|yet|while|whereas|although|though|instead)\b/u;

/**
 * Whether a criterion states that something is absent, and nothing else: then nothing can be quoted for
 * it, and a verdict of `met` needs no quote. "The answer says that no issue is open" states a presence,
 * that of the sentence. In doubt a quote is asked for, which a judge can always give.
 */
export function statesAbsence(criterion: string): boolean {
  const clauseKinds = criterion
    .toLowerCase()
    .replaceAll("’", "'")
    .split(clauses)
    .flatMap((clause) => clause.split(joinedVerb))
    .map((clause) => kindOf(clause.match(/[\p{L}\p{N}_']+/gu) ?? []));
  const kinds = new Set(clauseKinds);
  return kinds.has("absence") && !kinds.has("presence");
}

/** An "and" that joins two statements, not two things. */
const joinedVerb = new RegExp(
  String.raw`\band (?=(?:(?:then|also|it|they|the \w+) )*(?:${[...verbs, ...auxiliaries].join("|")})\b)`,
  "u",
);

type Kind = "absence" | "presence" | "neither";

/** What a clause states, by the first word in it that decides. */
function kindOf(words: readonly string[]): Kind {
  for (const [index, word] of words.entries()) {
    const next = words[index + 1] ?? "";
    const previous = words[index - 1] ?? "";
    if (denies(word, previous, words.slice(index + 1))) return "absence";
    if (isSteered(word) && afterwards.has(next)) return "presence";
    const follows = words.slice(index + 2);
    if (auxiliaries.has(word)) {
      if (!denies(next, word, follows)) return "presence";
    } else if (verbs.has(word) && !auxiliaries.has(next) && !denies(next, word, follows)) {
      return "presence";
    }
  }
  return "neither";
}

function denies(word: string, previous: string, after: readonly string[]): boolean {
  const [next = ""] = after;
  if (isSteered(word) && afterwards.has(next)) return false;
  if (denials.has(word) || endsInDenial(word)) return true;
  if (word === "fails" || word === "failed") return next === "to";
  if (word === "leaves" || word === "left") return next === "out";
  return weakDenials.has(word) && auxiliaries.has(previous);
}

function isSteered(word: string): boolean {
  return word === "no" || word === "not" || endsInDenial(word);
}

function endsInDenial(word: string): boolean {
  return word.endsWith("n't");
}
