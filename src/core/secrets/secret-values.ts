/** Names of variables that hold secrets and nothing else. */
const surely =
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|API_?KEY|ACCESS_KEY|PRIVATE_KEY|SIGNING_KEY|ENCRYPTION_KEY|CREDENTIALS?|JWT)(?:_|$)/iu;
/** Names of variables that may hold one. */
const perhaps = /(?:^|_)(?:KEY|PASS|PWD|AUTH|COOKIE|DSN)(?:_|$)/iu;
/** Names that match but say where or what, not the secret itself. */
const never =
  /^(?:PWD|OLDPWD|INIT_CWD)$|(?:_|^)(?:FILE|PATH|DIR|URL|SOCK|NAME|ID|USER|SCOPE|TYPE|EXPIRES?(?:_.*)?)$/iu;

const minLength = 6;

/** The values of an environment that must not be written anywhere, sorted; told by the variables' names. */
export function secretValuesFromEnv(
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const values = new Set<string>();
  for (const [name, text] of Object.entries(env)) {
    const value = text?.trim() ?? "";
    if (value.length < minLength || never.test(name) || isOrdinary(value)) continue;
    if (surely.test(name) || (perhaps.test(name) && looksMade(value))) values.add(value);
  }
  return [...values].toSorted();
}

/** Settings, numbers, paths and references: to replace them wherever they stand would spoil every report. */
const ordinary =
  /^(?:\d{1,9}|(.)\1*|enabled|disabled|default|required|optional|undefined|password|changeme|\.{0,2}\/[\w./-]*|\$[({]?\w*[)}]?)$/iu;

function isOrdinary(value: string): boolean {
  return ordinary.test(value);
}

/** Not a plain word: long, with letters and digits. */
function looksMade(value: string): boolean {
  return value.length >= 12 && /\d/u.test(value) && /[A-Za-z]/u.test(value);
}
