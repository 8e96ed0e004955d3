import type { Command } from '../command';
import { exitCode } from '../exit-code';
import { answerCacheAt, defaultCacheFolder } from '../llm/answer-cache-at';
import { noArguments } from '../options/no-arguments';
import type { Option } from '../options/option';
import { outputOptions } from '../options/output-options';
import { parseOptions } from '../options/parse-options';
import { helpText } from '../render/help-text';
import { countText } from '../render/numbers';

const summary = 'removes the answers of a cache, or only those that are too old';
const usage = 'synth llm cache clear [DIR]';

const ownOptions: readonly Option[] = [
  { name: 'expired', description: 'only answers older than 24 hours, and damaged ones' },
];

/** `synth llm cache clear [DIR]`: removes answers, never a cassette or a ledger. */
export const llmCacheClear: Command = {
  summary,
  async run(args, context) {
    const options = [...ownOptions, ...outputOptions];
    const { values, positionals } = parseOptions(args, options, usage);
    if (values.has('help')) {
      const notes = [`DIR is ${defaultCacheFolder} unless it is given.`];
      context.stdout.write(
        helpText({ usage, summary, groups: [{ title: 'options', options }], notes }, context.stdout),
      );
      return exitCode.done;
    }
    const [dir = defaultCacheFolder, ...more] = positionals;
    noArguments(more, usage);
    const only = values.get('expired') === true ? 'expired' : 'all';
    const removed = await answerCacheAt(dir, context).clear(only);
    const facts = { event: 'llm-cache-cleared', dir, only, removed };
    const what = only === 'expired' ? 'expired answers' : 'answers';
    context.stdout.write(
      values.has('json') ? `${JSON.stringify(facts)}\n` : `${dir}  ${countText(removed)} ${what} removed\n`,
    );
    return exitCode.done;
  },
};
