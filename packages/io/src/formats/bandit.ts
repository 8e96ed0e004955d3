import { z } from 'zod';
import { banditAssembler } from './bandit/bandit-assembler';
import { banditColumns } from './bandit/bandit-columns';
import { BanditEncoder } from './bandit/bandit-encoder';
import type { OutputFormat } from './format';
import { formatOptions } from './format-options';

const name = z.string().min(1).optional();

const optionsSchema = z.strictObject({
  table: name.describe('The table of the rounds. Default: the first that has the columns'),
  action: name.describe('Default: the first column of the role item'),
  reward: name.describe('Default: the first column of the role label, or the column reward'),
  propensity: name.describe('Default: the column propensity'),
  position: name.describe('Default: the column position, where there is one'),
  context: z.array(z.string()).optional().describe('Columns of numbers or vectors. Default: all vectors'),
  actions: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('How many actions. Default: the rows of the table of items'),
});

/** The options of the `bandit` format. */
export type BanditOptions = z.input<typeof optionsSchema>;

const options = formatOptions('bandit', optionsSchema);

/**
 * Logged bandit feedback for the Open Bandit Pipeline: `bandit_feedback.npz` with n_rounds, n_actions, context, action,
 * position, reward and pscore; `dict(np.load(path))` is what its estimators take. An action is the index of the item in
 * its table; positions begin at 0.
 *
 * Memory: the contexts are streamed, the rest is held, compressed, until the file ends.
 */
export const bandit: OutputFormat = {
  name: 'bandit',
  description: 'logged bandit feedback for the Open Bandit Pipeline',
  files(tables, context) {
    const { actions: count, ...choice } = options.parse(context.options ?? {});
    const columns = banditColumns(tables, choice);
    const actions = count ?? context.expectedRows[columns.actions ?? ''] ?? columns.action.maximum ?? 0;
    return [
      {
        path: 'bandit_feedback.npz',
        tables: [columns.table.name],
        splittable: false,
        encoder: () => new BanditEncoder(columns, actions),
        assembler: () => banditAssembler(actions, columns.position !== undefined),
      },
    ];
  },
};
