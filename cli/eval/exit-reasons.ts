/** Why a run exits as it does, for whoever only sees the code. */
export const exitReasons: Readonly<Record<number, string>> = {
  1: "a case failed",
  2: "a suite is wrong at run time",
  3: "cannot tell: the provider or the judge failed too often",
  4: "a limit stopped the run; what was done is kept",
  130: "interrupted; what was done is kept",
};
