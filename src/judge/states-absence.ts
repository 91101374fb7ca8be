/**
 * Words by which a statement denies something. A criterion with one of them can be met by what is not
 * there, and nothing can be quoted for that.
 */
const denial =
  /\b(?:no|not|none|never|nobody|nothing|nowhere|neither|nor|without|cannot|absent|absence|free of|avoid(?:s|ed|ing)?|omit(?:s|ted|ting)?|lack(?:s|ed|ing)?|refrain(?:s|ed|ing)?|fail(?:s|ed|ing)? to|leaves? out)\b|n['’]t\b/iu;

/** Whether a criterion states that something is absent, so that a verdict of `met` needs no quote. */
export function statesAbsence(criterion: string): boolean {
  return denial.test(criterion);
}
