// Asks this JavaScript engine about patterns, for the differential tests.
//
// Each line of standard input is {"pattern":…,"flags":…,"subjects":[…]}. Each line of output is the answer: "R" if
// the pattern is rejected, or else one character for each subject: "+" for a match, "-" for no match, "t" for no
// answer in time. With {"pattern":…,"flags":…,"before":…,"after":…}, the subjects are all scalar values in ascending
// order, each between these two texts.
//
// A search advances by code point with the sticky flag. Otherwise, V8 with the u flag would also start an unanchored
// search inside surrogate pairs, which ECMA-262 does not allow.

import readline from 'node:readline';
import vm from 'node:vm';

const timeoutInMilliseconds = Number(process.env.ORACLE_TIMEOUT ?? 500);

const context = vm.createContext({ expression: null, subjects: [], verdicts: [] });
const run = new vm.Script(`
  for (const subject of subjects) {
    let at = 0;
    let found = false;
    for (;;) {
      expression.lastIndex = at;
      if (expression.test(subject)) { found = true; break; }
      if (at >= subject.length) break;
      at += subject.codePointAt(at) > 0xffff ? 2 : 1;
    }
    verdicts.push(found ? '+' : '-');
  }
`);

function verdicts({ pattern, flags, subjects }) {
  let expression;
  try {
    expression = new RegExp(pattern, flags + 'y');
  } catch {
    return 'R';
  }
  let answers = [];
  let rest = subjects;
  while (rest.length > 0) {
    context.expression = expression;
    context.subjects = rest;
    context.verdicts = [];
    try {
      run.runInContext(context, { timeout: timeoutInMilliseconds });
      answers = answers.concat(context.verdicts);
      break;
    } catch {
      // The subject after the last answered one took too long, so skip it.
      answers = answers.concat(context.verdicts, 't');
      rest = subjects.slice(answers.length);
    }
  }
  return answers.join('');
}

function sweep({ pattern, flags, before, after }) {
  const expression = new RegExp(pattern, flags);
  const answer = Buffer.alloc(0x110000 - 0x800);
  let at = 0;
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += codePoint === 0xd7ff ? 0x801 : 1) {
    const subject = before + String.fromCodePoint(codePoint) + after;
    answer[at++] = expression.test(subject) ? 0x2b : 0x2d;
  }
  return answer.toString('latin1');
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  process.stdout.write(('before' in question ? sweep(question) : verdicts(question)) + '\n');
}
