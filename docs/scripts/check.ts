/** Fails when a text of the code and its translations have parted company, or an example is not as it must be. */
import { compileExamples, exampleProblems } from "./examples.ts";
import { findings } from "./reference.ts";

const problems = [
  ...findings.untranslated.map((entry) => `${entry}: not translated`),
  ...findings.unused.map((entry) => `${entry}: nothing uses it`),
  ...findings.changed.map((entry) => `${entry}: the English has changed (npm run reference)`),
  ...exampleProblems(),
  ...compileExamples(),
];
for (const problem of problems) {
  console.error(problem);
}
process.exitCode = problems.length > 0 ? 1 : 0;
