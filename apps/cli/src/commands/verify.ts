import { SynthError } from '@synth/core';
import { documentedCommand } from '../documented-command';
import type { CliErrorCode } from '../errors';
import { noArguments } from '../options/no-arguments';
import { textOf } from '../options/option';
import { columnOptions, referenceColumnOptions, verifyOptions } from '../options/verify-options';
import { namedColumns } from '../verify/named-columns';
import { ownTests } from '../verify/own-tests';
import { verifyGeneratedAt } from '../verify/verify-generated-at';
import { verifyInteractionsAt } from '../verify/verify-interactions-at';
import { byTables, verifyTablesAt } from '../verify/verify-tables-at';
import { verifyTwinsAt } from '../verify/verify-twins-at';

const summary = 'whether data is whole, looks real, and can be learnt from';
const usage = 'synth verify DIR|FILE';

const groups = [
  { title: 'options', options: verifyOptions },
  { title: 'columns of a file', options: columnOptions },
  { title: 'columns of the reference', options: referenceColumnOptions },
];

/** `synth verify DIR|FILE`: integrity, realism, learnability. */
export const verifyCommand = documentedCommand(
  { summary, usage, groups },
  async ({ values, positionals }, context) => {
    const [path, ...more] = positionals;
    if (path === undefined) throw missing();
    noArguments(more, usage);
    const twin = textOf(values, 'twin');
    if (twin !== undefined) return verifyTwinsAt(path, twin, values, context);
    const tests = await ownTests(path, context.generators);
    if (tests !== undefined) return verifyGeneratedAt(path, tests, values, context);
    const columns = namedColumns(values);
    return (await byTables(path, values, columns))
      ? verifyTablesAt(path, values, columns, context)
      : verifyInteractionsAt(path, values, columns, context);
  },
);

const missing = (): SynthError<CliErrorCode> =>
  new SynthError({
    code: 'ARGUMENT_INVALID',
    message: 'verify needs the folder of a run, or a file of interactions',
    field: 'DIR|FILE',
    allowed: usage,
  });
